package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.source.ParameterAddition;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.AnyioBackends;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A backend fixture whose params name what it does not return. */
public final class BackendParamsIgnored implements Rule {
  @Override
  public String id() {
    return "LS040";
  }

  @Override
  public String summary() {
    return "An `anyio_backend` fixture has params and returns the same backend for all of them.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    for (Fixture fixture : model.fixtures()) {
      if (fixture.name().equals(AnyioBackend.NAME) && !fixture.isAsync()) {
        check(fixture, model, findings);
      }
    }
  }

  private void check(Fixture fixture, SuiteModel model, Findings findings) {
    AnyioBackends backends = model.anyioBackends();
    boolean used = !model.testsUsing(fixture).isEmpty();
    Optional<List<String>> params =
        fixture.params().flatMap(it -> backends.names(fixture.decoratorFile(), it).toOptional());
    Optional<String> returned =
        fixture.given().alone().flatMap(it -> backends.name(fixture.file(), it).toOptional());
    if (params.isEmpty() || returned.isEmpty()) {
      return;
    }
    params.orElseThrow().stream()
        .filter(it -> !it.equals(returned.orElseThrow()))
        .findFirst()
        .ifPresent(
            lie -> {
              Finding finding =
                  Finding.of(
                      this,
                      used ? Severity.ERROR : Severity.WARNING,
                      fixture.decoratorFile().location(fixture.params().orElseThrow()),
                      "`anyio_backend` returns %s whatever its param is, so `[%s]` items run on %s"
                          .formatted(returned.orElseThrow(), lie, returned.orElseThrow()),
                      "take `request` and return `request.param`, or drop the params");
              findings.add(fix(fixture).map(finding::with).orElse(finding));
            });
  }

  private static Optional<Fix> fix(Fixture fixture) {
    Expression value = fixture.given().alone().orElseThrow();
    List<Edit> edits =
        new ArrayList<>(
            List.of(new Edit(fixture.file().path(), value.start(), value.end(), "request.param")));
    if (!fixture.requested().contains("request")) {
      Optional<Fix> parameter = ParameterAddition.of(fixture.file(), fixture.function(), "request");
      if (parameter.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(parameter.orElseThrow().edits());
    }
    return Optional.of(new Fix(Safety.UNSAFE, "return `request.param`", edits));
  }
}
