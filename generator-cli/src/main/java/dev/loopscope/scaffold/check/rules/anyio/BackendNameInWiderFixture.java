package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.source.ParameterRenaming;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.List;

/** A shared fixture that asks for what anyio gives to each test anew. */
public final class BackendNameInWiderFixture implements Rule {
  private static final String NAME = "anyio_backend_name";
  private static final List<String> FUNCTION_SCOPED = List.of(NAME, "anyio_backend_options");

  @Override
  public String id() {
    return "LS038";
  }

  @Override
  public String summary() {
    return "A fixture wider than a function requests `anyio_backend_name` or"
        + " `anyio_backend_options`.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.UNSAFE;
  }

  /** Whether a fixture requests one of anyio's function-scoped fixtures. */
  static boolean asks(Fixture fixture) {
    return fixture.requested().stream().anyMatch(FUNCTION_SCOPED::contains);
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    for (Test test : model.tests()) {
      Closure closure = model.closure(test);
      if (AnyioTest.isRun(test)) {
        closure.fixtures().stream()
            .filter(BackendNameInWiderFixture::isWide)
            .forEach(it -> check(it, test, closure, model, findings));
      }
    }
  }

  private static boolean isWide(Fixture fixture) {
    return fixture.scope().toOptional().filter(it -> it.widerThan(Scope.FUNCTION)).isPresent();
  }

  private void check(
      Fixture fixture, Test test, Closure closure, SuiteModel model, Findings findings) {
    fixture.requested().stream()
        .filter(name -> FUNCTION_SCOPED.contains(name) && closure.provided().contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              boolean own = model.fixture(AnyioBackend.NAME, test).isPresent();
              Finding finding =
                  Finding.of(
                      this,
                      Severity.ERROR,
                      fixture.location(),
                      "`%s` is wider than the function-scoped `%s` that it requests, so `%s` fails with ScopeMismatch"
                          .formatted(fixture.name(), name, test.name()),
                      "request `anyio_backend` instead, which is the name"
                          + (own ? ", or a pair of name and options" : ""));
              boolean plain = !own && name.equals(NAME);
              findings.add(
                  ParameterRenaming.of(fixture, name, AnyioBackend.NAME)
                      .filter(it -> plain)
                      .map(finding::with)
                      .orElse(finding));
            });
  }
}
