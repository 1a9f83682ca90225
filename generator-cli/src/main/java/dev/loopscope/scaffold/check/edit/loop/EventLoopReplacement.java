package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionEdits;
import dev.loopscope.scaffold.check.edit.source.DeletedFunction;
import dev.loopscope.scaffold.check.evidence.EventLoopBody;
import dev.loopscope.scaffold.check.evidence.EventLoopUse;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What takes the place of an {@code event_loop} override. There are several right answers; which
 * one depends on what the suite holds on that loop.
 *
 * @param remedy what to do, for a person
 * @param fix the same as edits, where it can be done without losing anything
 */
public record EventLoopReplacement(String remedy, Optional<Fix> fix) {
  private static final VersionRange REMOVED = Feature.NO_EVENT_LOOP_FIXTURE.range();
  private static final List<String> OPTIONS =
      List.of("asyncio_default_fixture_loop_scope", "asyncio_default_test_loop_scope");

  /** For a suite that may run with pytest-asyncio 1.0 or later. */
  public static EventLoopReplacement of(
      Fixture override, EventLoopUse use, EventLoopBody body, SuiteModel model) {
    String elsewhere =
        body.isPlain() ? "" : EventLoopElsewhere.advice(body, model.versions().pytestAsyncio());
    if (!use.requesters().isEmpty()) {
      return none(
          "first take `event_loop` out of what "
              + EventLoopUse.backticked(use.requesters())
              + (use.requesters().size() == 1 ? " requests" : " request")
              + (body.isPlain() ? ", then delete the override" : "; " + elsewhere)
              + (override.scope().is(Scope.FUNCTION)
                  ? ""
                  : ", and give all that shared its loop one loop scope, `"
                      + override.scope().toOptional().orElse(Scope.SESSION)
                      + "`"));
    }
    if (!body.isPlain()) {
      return none(elsewhere);
    }
    if (override.scope().is(Scope.FUNCTION)) {
      return new EventLoopReplacement("delete it", deletionOfPlain(override, use, body));
    }
    boolean removedEverywhere = model.versions().pytestAsyncio().overlap(REMOVED) == Overlap.ALL;
    if (use.wide().isEmpty()) {
      return new EventLoopReplacement(
          "delete it: no async fixture is wider than a test, so no two need to share a loop",
          removedEverywhere
              ? deletion(override).map(edit -> unsafe("delete it", List.of(edit)))
              : Optional.empty());
    }
    return sharedLoop(override, use, model, removedEverywhere);
  }

  /** The deletion of an override that no version misses. */
  public static Optional<Fix> deletionOfPlain(
      Fixture override, EventLoopUse use, EventLoopBody body) {
    boolean missed =
        !use.requesters().isEmpty() || !body.isPlain() || !override.scope().is(Scope.FUNCTION);
    return missed
        ? Optional.empty()
        : deletion(override).map(edit -> new Fix(Safety.SAFE, "delete it", List.of(edit)));
  }

  private static EventLoopReplacement sharedLoop(
      Fixture override, EventLoopUse use, SuiteModel model, boolean removedEverywhere) {
    String scope = use.widestScope().word();
    String remedy =
        "delete it, and set both `"
            + OPTIONS.get(0)
            + "` and `"
            + OPTIONS.get(1)
            + "` to `"
            + scope
            + "`, the scope of "
            + EventLoopUse.names(use.wide());
    if (!removedEverywhere || !coversSuite(use, model)) {
      return none(remedy);
    }
    List<Edit> edits = new ArrayList<>();
    deletion(override).ifPresent(edits::add);
    edits.addAll(
        OptionEdits.of(
                model.config(), new TreeMap<>(Map.of(OPTIONS.get(0), scope, OPTIONS.get(1), scope)))
            .orElse(List.of()));
    boolean complete = edits.stream().anyMatch(edit -> edit.path().equals(override.file().path()));
    return complete && edits.size() > 1
        ? new EventLoopReplacement(
            remedy, Optional.of(unsafe("share one " + scope + " loop by configuration", edits)))
        : none(remedy);
  }

  /** The options hold for the whole suite, so the override must have, too. */
  private static boolean coversSuite(EventLoopUse use, SuiteModel model) {
    long all =
        model.tests().stream()
            .filter(test -> !model.runner(test).toOptional().stream().allMatch(OTHERS::contains))
            .count();
    return all == use.tests().size();
  }

  private static final List<Runner> OTHERS = List.of(Runner.ANYIO, Runner.SYNC, Runner.NONE);

  /** The edit that deletes an override, if it has its lines to itself. */
  public static Optional<Edit> deletion(Fixture override) {
    return DeletedFunction.edit(override.file(), override.function());
  }

  private static Fix unsafe(String title, List<Edit> edits) {
    return new Fix(Safety.UNSAFE, title, edits);
  }

  private static EventLoopReplacement none(String remedy) {
    return new EventLoopReplacement(remedy, Optional.empty());
  }
}
