package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.List;
import java.util.Optional;

/** Reads the scope that {@code anyio_backend} has for a test, whatever backends it gives. */
public final class BackendScopes {
  private final SuiteModel model;

  /** Of the tests of a suite. */
  public BackendScopes(SuiteModel model) {
    this.model = model;
  }

  /**
   * The scope of a test's backend.
   *
   * @param parametrization the mark that gives it its values
   */
  public record Found(Scope scope, Optional<Parametrization> parametrization) {}

  /** The scope, if the test has the fixture and it can be told. */
  public Optional<Found> of(Test test, Closure closure) {
    if (test.unknownParameters().isPresent() || !closure.names().contains(AnyioBackend.NAME)) {
      return Optional.empty();
    }
    List<Parametrization> params =
        test.parametrizations().stream()
            .filter(it -> it.names().contains(AnyioBackend.NAME))
            .toList();
    if (!params.isEmpty()) {
      return params.size() == 1 ? of(params.get(0)) : Optional.empty();
    }
    Optional<Fixture> override = model.fixture(AnyioBackend.NAME, test);
    if (override.isPresent()) {
      return override.flatMap(it -> it.scope().toOptional()).map(BackendScopes::unparametrized);
    }
    return closure.provided().contains(AnyioBackend.NAME)
        ? Optional.of(unparametrized(Scope.MODULE))
        : Optional.empty();
  }

  private static Found unparametrized(Scope scope) {
    return new Found(scope, Optional.empty());
  }

  private static Optional<Found> of(Parametrization mark) {
    if (!mark.indirect().isEmpty()) {
      return Optional.empty();
    }
    return mark.scope()
        .orElse(Reading.known(Scope.FUNCTION))
        .toOptional()
        .map(scope -> new Found(scope, Optional.of(mark)));
  }
}
