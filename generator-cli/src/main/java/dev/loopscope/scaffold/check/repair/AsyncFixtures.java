package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.edit.Conversion;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.fixture.AsyncioFixtureInstead;
import dev.loopscope.scaffold.check.edit.mark.LoopScopeArgument;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a synchronous fixture needs beside another body to be an async one on the loop it should
 * have.
 */
record AsyncFixtures(SuiteModel model, KnownSpellings spellings, LoopChoice choice) {
  private static final Set<Runner> WITHOUT_ANOTHER_LOOP =
      Set.of(Runner.PYTEST_ASYNCIO, Runner.SYNC, Runner.UNITTEST, Runner.NONE);

  /** Why it may not be async. */
  Optional<Conversion.Refused> refusal(Fixture fixture) {
    Optional<Test> other = onAnotherLoop(fixture);
    if (other.isPresent()) {
      return Optional.of(
          new Conversion.Refused(
              "is used by `" + other.orElseThrow().name() + "`, which pytest-asyncio may not run"));
    }
    return fixture.function().decorators().size() > 1
        ? Optional.of(new Conversion.Refused("has decorators that may take no async function"))
        : Optional.empty();
  }

  /** With the decorator that it needs, on top of the edits of its body. */
  Conversion decorated(Fixture fixture, Conversion body) {
    if (!(body instanceof Conversion.Made made)) {
      return body;
    }
    return decorator(fixture)
        .<Conversion>map(
            it -> {
              List<Edit> edits = new ArrayList<>(it);
              edits.addAll(made.edits());
              return new Conversion.Made(edits);
            })
        .orElseGet(
            () ->
                new Conversion.Refused(
                    "would need a `"
                        + choice.of(fixture)
                        + "` loop, which cannot be written there"));
  }

  private Optional<Test> onAnotherLoop(Fixture fixture) {
    return model.testsUsing(fixture).stream()
        .filter(
            it -> model.runner(it).toOptional().stream().noneMatch(WITHOUT_ANOTHER_LOOP::contains))
        .findFirst();
  }

  private Optional<List<Edit>> decorator(Fixture fixture) {
    Scope needed = choice.of(fixture);
    boolean stated =
        choice.stated() && spellings.has(Feature.LOOP_SCOPE) && !fixture.scope().is(Scope.FUNCTION);
    if (!stated && choice.assumed().asAsync(fixture).filter(needed::equals).isPresent()) {
      return model.asyncioMode().is(AsyncioMode.AUTO)
          ? Optional.of(List.of())
          : AsyncioFixtureInstead.edits(fixture);
    }
    return spellings.has(Feature.LOOP_SCOPE)
        ? LoopScopeArgument.of(fixture, needed)
        : Optional.empty();
  }
}
