package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.resource.left.Served;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests that bind what a fixture leaves by using it first: they work, and those of other loops
 * behind them do not.
 */
public final class BindingTests {
  private final SuiteModel model;

  /** Of a suite. */
  public BindingTests(SuiteModel model) {
    this.model = model;
  }

  /** The uses that are left if those that bind their thing are taken out, in order. */
  public List<ForeignUse> others(List<ForeignUse> uses) {
    Map<String, String> binder = new HashMap<>();
    List<ForeignUse> left = new ArrayList<>();
    for (ForeignUse use : uses) {
      if (!use.first()) {
        left.add(use);
        continue;
      }
      Optional<String> loop = loop(use.test(), model);
      if (loop.isPresent()) {
        String life = life(use.fixture(), use.test());
        String first = binder.computeIfAbsent(life, unused -> loop.orElseThrow());
        if (!first.equals(loop.orElseThrow())) {
          left.add(use);
        }
      }
    }
    return left;
  }

  /** Tests with the same text here get the same value of a fixture. */
  static String life(Fixture fixture, Test test) {
    String module = test.collectedIn().path();
    return switch (fixture.scope().toOptional().orElse(Scope.FUNCTION)) {
      case SESSION, PACKAGE -> "";
      case MODULE -> module;
      case CLASS -> module + "::" + test.collectedBy().map(SuiteClass::name).orElse(test.name());
      case FUNCTION -> module + "::" + test.name();
    };
  }

  /** Tests with the same text here run on the same loop; empty if that cannot be told. */
  public Optional<String> of(Test test) {
    if (LiveTests.onLoopOfUnittest(test)) {
      return Optional.of(alone(test));
    }
    return model.runner(test).is(Runner.ANYIO) ? ofAnyio(test) : loop(test, model);
  }

  /** anyio keeps its loop while a fixture holds it, that of another test included. */
  private Optional<String> ofAnyio(Test test) {
    boolean held =
        model.fixtures().stream().anyMatch(it -> it.isAsync() && !it.scope().is(Scope.FUNCTION));
    return held ? Optional.empty() : Optional.of(alone(test));
  }

  private static String alone(Test test) {
    return test.collectedIn().path()
        + "::"
        + test.collectedBy().map(SuiteClass::name).orElse("")
        + "::"
        + test.name();
  }

  /** The same of what a client does on its loop: on one each, or on one while it is entered. */
  String of(Served served, Test test) {
    Part.Client client = served.portal().orElseThrow();
    String place = "client " + client.file().path() + ":" + client.place().start();
    if (!client.entered()) {
      return place + " " + test + " " + served.request().call().start();
    }
    return model.closure(test).fixtures().stream()
        .filter(it -> it.file().path().equals(client.file().path()))
        .filter(it -> it.function().start() <= client.place().start())
        .filter(it -> client.place().end() <= it.function().end())
        .findFirst()
        .map(it -> place + " " + life(it, test))
        .orElse(place + " " + test);
  }

  /** Tests with the same text here run on the same loop; empty if that cannot be told. */
  public static Optional<String> loop(Test test, SuiteModel model) {
    if (!model.runner(test).is(Runner.PYTEST_ASYNCIO)) {
      return Optional.empty();
    }
    String place = test.collectedIn().path();
    String owner = place + "::" + test.collectedBy().map(SuiteClass::name).orElse("");
    return model
        .loopScope(test)
        .toOptional()
        .map(
            scope ->
                switch (scope) {
                  case FUNCTION -> owner + "::" + test.name();
                  case CLASS -> test.collectedBy().isPresent() ? owner : owner + test.name();
                  case MODULE -> place;
                  case PACKAGE, SESSION -> "";
                });
  }
}
