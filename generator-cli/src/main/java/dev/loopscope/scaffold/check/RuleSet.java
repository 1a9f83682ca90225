package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.rules.EventLoopFixtureOverridden;
import dev.loopscope.scaffold.check.rules.UnusedIgnore;
import java.util.List;

/** Every rule there is. */
public final class RuleSet {
  private static final List<Rule> ALL =
      List.of(
          new UnusedIgnore(), // LS000
          new EventLoopFixtureOverridden() // LS011
          );

  private RuleSet() {}

  /** The rules by id. The list is written down: nothing is looked for on the class path. */
  public static List<Rule> all() {
    return ALL;
  }
}
