package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the questions about async tests and fixtures that a model cannot answer. */
final class UnknownAnswers {
  private final SuiteModel model;
  private final List<UnknownPart> parts = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  UnknownAnswers(SuiteModel model) {
    this.model = model;
  }

  List<UnknownPart> all() {
    model.fixtures().forEach(this::ask);
    model.tests().forEach(this::ask);
    return parts;
  }

  private void ask(Fixture fixture) {
    String name = "`" + fixture.name() + "`";
    Location decorator = fixture.decoratorLocation();
    add(decorator, "the scope of " + name, fixture.scope());
    add(decorator, "whether " + name + " is autouse", fixture.autouse());
    add(fixture.location(), "whether " + name + " is async", fixture.kind());
    fixture.declaredLoopScope().ifPresent(it -> add(decorator, "the loop scope of " + name, it));
  }

  private void ask(Test test) {
    // Marks and loops of a test that is known to be sync decide nothing.
    if (test.kind().isKnown() && !test.isAsync()) {
      return;
    }
    String name = "`" + test.name() + "`";
    test.unknownMarks()
        .ifPresent(why -> parts.add(new UnknownPart(test.location(), "the marks of " + name, why)));
    test.unknownParameters()
        .ifPresent(
            why -> parts.add(new UnknownPart(test.location(), "the parameters of " + name, why)));
    Reading<Runner> runner = model.runner(test);
    if (test.unknownMarks().isEmpty()) {
      add(test.location(), "who runs " + name, runner);
      if (runner.is(Runner.PYTEST_ASYNCIO)) {
        add(test.location(), "the loop scope of " + name, model.loopScope(test));
      }
    }
    if (runner.is(Runner.ANYIO)) {
      add(test.location(), "the backends of " + name, model.backends(test));
    }
    for (String unknown : model.closure(test).unknown()) {
      if (unknown.equals(Closure.COMPUTED) && test.unknownParameters().isPresent()) {
        continue;
      }
      // One place for each name and module is enough to find out where it comes from.
      if (names.add(test.collectedIn().path() + " " + unknown)) {
        parts.add(unknown(test, unknown));
      }
    }
  }

  private UnknownPart unknown(Test test, String fixture) {
    if (fixture.equals(Closure.CUT)) {
      return new UnknownPart(
          test.location(),
          "what `" + test.name() + "` requests",
          "there are " + fixture + " behind its parameters");
    }
    return fixture.equals(Closure.COMPUTED)
        ? new UnknownPart(
            test.location(),
            "what `" + test.name() + "` requests by `getfixturevalue`",
            "the name is computed")
        : new UnknownPart(
            test.location(),
            "the fixture `" + fixture + "` that `" + test.name() + "` requests",
            model
                .doubt(fixture, test)
                .orElse("it is in no file of the project that pytest loads, or could not be read"));
  }

  private <T> void add(Location location, String what, Reading<T> answer) {
    if (answer instanceof Reading.Unknown<T> unknown) {
      parts.add(new UnknownPart(location, what, unknown.reason()));
    }
  }
}
