package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.evidence.EventLoopBody;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import java.util.ArrayList;
import java.util.List;

/**
 * Where what an {@code event_loop} override does beside making a loop has its place in versions
 * that have no such fixture.
 */
public final class EventLoopElsewhere {
  private static final String KIND = "makes another kind of loop, `";

  private EventLoopElsewhere() {}

  /** What to write, in the imperative, without a full stop; for a body that is not plain. */
  public static String advice(EventLoopBody body, Allowed allowed) {
    List<String> parts = new ArrayList<>();
    for (String change : body.changesTheLoop()) {
      parts.add(ofChange(change, allowed));
    }
    if (!body.cleansUp().isEmpty()) {
      parts.add(
          has(Feature.CANCELS_WHAT_IS_LEFT, allowed)
              ? "wait for tasks in the fixture that starts them, as the plugin cancels what is left"
              : "require pytest-asyncio "
                  + Feature.CANCELS_WHAT_IS_LEFT.since()
                  + ", which cancels tasks that are left and closes generators");
    }
    if (!body.other().isEmpty()) {
      parts.add("run `" + body.other().get(0) + "` in an autouse fixture of the same scope");
    }
    return String.join("; ", parts.stream().distinct().toList()) + "; then delete it";
  }

  private static String ofChange(String change, Allowed allowed) {
    if (change.startsWith(KIND)) {
      String made = change.substring(KIND.length(), change.length() - 1);
      return has(Feature.LOOP_FACTORIES, allowed)
          ? "write in the conftest `def pytest_asyncio_loop_factories(config, item): return"
              + " {\"own\": "
              + (made.endsWith("()") ? made.substring(0, made.length() - 2) : "lambda: " + made)
              + "}`"
          : policy();
    }
    if (change.contains("policy")) {
      return has(Feature.LOOP_FACTORIES, allowed)
          ? "return the loop's factory from a `pytest_asyncio_loop_factories` hook in the conftest"
          : policy();
    }
    if (change.contains("debug")) {
      return has(Feature.DEBUG_OPTION, allowed)
          ? "set `asyncio_debug = true`"
          : "require pytest-asyncio " + Feature.DEBUG_OPTION.since() + " for `asyncio_debug`";
    }
    return "do what it does to the loop (it "
        + change
        + ") in an autouse async fixture, on `asyncio.get_running_loop()`";
  }

  private static String policy() {
    return "return the policy of such loops from a session-scoped fixture `event_loop_policy`, or"
        + " require pytest-asyncio "
        + Feature.LOOP_FACTORIES.since()
        + " for `pytest_asyncio_loop_factories`";
  }

  private static boolean has(Feature feature, Allowed allowed) {
    return allowed.overlap(feature.range()) == Overlap.ALL
        || (allowed.expects(feature.range()) && allowed.range().floor().isEmpty());
  }
}
