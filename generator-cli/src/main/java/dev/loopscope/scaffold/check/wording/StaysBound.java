package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.resource.OnAnotherLoop;
import dev.loopscope.scaffold.suite.resource.left.Left;
import java.util.Arrays;
import java.util.Optional;

/** Says what a fixture leaves bound to its loop, and where that is held. */
public final class StaysBound {
  private StaysBound() {}

  /** As a noun, the thing that matters most; empty if nothing is known to stay bound. */
  public static Optional<String> of(Fixture fixture, SuiteModel model) {
    Left left = model.left(fixture);
    return Arrays.stream(Left.Holder.values())
        .flatMap(holder -> left.bound(holder).stream())
        .findFirst()
        .map(it -> "what `" + it.thing().name() + "` makes, " + holder(it) + ",");
  }

  private static String holder(Left.Held held) {
    return switch (held.holder()) {
      case VALUE -> "held by its value";
      case SHARED -> "held by `" + held.place().orElseThrow().name() + "`";
      case LIBRARY -> "held by its library";
      case LOOP -> "which runs on";
    };
  }

  /** Whether a fixture leaves nothing that any loop would miss, and holds nothing of another's. */
  public static boolean nothing(Fixture fixture, SuiteModel model) {
    Left left = model.left(fixture);
    OnAnotherLoop value = left.value();
    return !value.isBound()
        && value != OnAnotherLoop.UNKNOWN
        && left.parameters().isEmpty()
        && left.unfollowed().isEmpty()
        && of(fixture, model).isEmpty();
  }
}
