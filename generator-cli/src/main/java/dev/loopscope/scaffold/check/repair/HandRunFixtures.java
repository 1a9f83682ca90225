package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.edit.Conversion;
import dev.loopscope.scaffold.check.edit.loop.OwnLoopInstead;
import dev.loopscope.scaffold.check.evidence.OwnLoop;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The synchronous fixtures that run coroutines on a loop of their own, of which something is found
 * on the loop of a test: they are made async.
 */
record HandRunFixtures(SuiteModel model, Set<Fixture> fixtures) {
  private static final Set<String> RULES = Set.of("LS001", "LS002", "LS003");

  HandRunFixtures {
    fixtures = Set.copyOf(fixtures);
  }

  /** Those that findings speak of. */
  static HandRunFixtures of(SuiteModel model, List<Finding> findings) {
    Set<String> causes =
        findings.stream()
            .filter(it -> RULES.contains(it.rule().id()))
            .map(it -> it.cause().map(Finding.Cause::place).orElse(it.location()))
            .map(HandRunFixtures::place)
            .collect(Collectors.toSet());
    return new HandRunFixtures(
        model,
        causes.isEmpty()
            ? Set.of()
            : model.fixtures().stream()
                .filter(it -> causes.contains(place(it.location())))
                .filter(
                    it -> it.kind().is(FunctionKind.SYNC) || it.kind().is(FunctionKind.GENERATOR))
                .filter(it -> OwnLoop.of(it.file(), it.function(), model.resolver()).isThere())
                .collect(Collectors.toSet()));
  }

  private static String place(Location location) {
    return location.path() + ":" + location.start();
  }

  /** Whether it is one of them. */
  boolean has(Fixture fixture) {
    return fixtures.contains(fixture);
  }

  /** Adds a step for each; says of the others why there is none. */
  void convert(AsyncFixtures async, DraftBuilder draft) {
    for (Fixture fixture : model.fixtures()) {
      if (has(fixture)) {
        convert(fixture, async, draft);
      }
    }
  }

  private void convert(Fixture fixture, AsyncFixtures async, DraftBuilder draft) {
    Conversion conversion =
        async
            .refusal(fixture)
            .<Conversion>map(it -> it)
            .orElseGet(
                () ->
                    async.decorated(
                        fixture,
                        OwnLoopInstead.of(fixture.file(), fixture.function(), model.resolver())));
    String why = "is changed by another step";
    if (conversion instanceof Conversion.Made made
        && draft.addIfFree(
            fixture.location(),
            "make `" + fixture.name() + "` async, on the `" + async.choice().of(fixture) + "` loop",
            made.edits())) {
      return;
    }
    if (conversion instanceof Conversion.Refused refused) {
      why = refused.why();
    }
    draft.leave(fixture.location(), "`" + fixture.name() + "` " + why);
  }
}
