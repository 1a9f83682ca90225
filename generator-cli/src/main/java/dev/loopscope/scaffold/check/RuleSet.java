package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.rules.BareMarkUnderScopedClassMark;
import dev.loopscope.scaffold.check.rules.BaseAndSubclassMarksDisagree;
import dev.loopscope.scaffold.check.rules.ClassLoopScopeOutsideClass;
import dev.loopscope.scaffold.check.rules.EventLoopFixtureOverridden;
import dev.loopscope.scaffold.check.rules.FixtureScopeWiderThanLoop;
import dev.loopscope.scaffold.check.rules.FixturesOnDifferentLoops;
import dev.loopscope.scaffold.check.rules.LoopScopeValueInvalid;
import dev.loopscope.scaffold.check.rules.MarkArgumentsInvalid;
import dev.loopscope.scaffold.check.rules.MarkScopeKeyword;
import dev.loopscope.scaffold.check.rules.PackageLoopScope;
import dev.loopscope.scaffold.check.rules.TestLoopDiffersFromFixtureLoop;
import dev.loopscope.scaffold.check.rules.UnusedIgnore;
import java.util.List;

/** Every rule there is. */
public final class RuleSet {
  private static final List<Rule> ALL =
      List.of(
          new UnusedIgnore(), // LS000
          new FixtureScopeWiderThanLoop(), // LS001
          new TestLoopDiffersFromFixtureLoop(), // LS002
          new FixturesOnDifferentLoops(), // LS003
          new MarkScopeKeyword(), // LS008
          new MarkArgumentsInvalid(), // LS009
          new LoopScopeValueInvalid(), // LS010
          new EventLoopFixtureOverridden(), // LS011
          new PackageLoopScope(), // LS014
          new ClassLoopScopeOutsideClass(), // LS015
          new BaseAndSubclassMarksDisagree(), // LS016
          new BareMarkUnderScopedClassMark() // LS017
          );

  private RuleSet() {}

  /** The rules by id. The list is written down: nothing is looked for on the class path. */
  public static List<Rule> all() {
    return ALL;
  }
}
