package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.Optional;

/** Says where the loop scope of a test or a fixture comes from, and how to change it. */
public final class LoopOrigin {
  private final SuiteModel model;

  /** Of the tests and fixtures of a suite. */
  public LoopOrigin(SuiteModel model) {
    this.model = model;
  }

  /** What decides a test's loop scope. */
  public String of(Test test) {
    Optional<Mark> mark = AsyncioMarks.scopedMark(test);
    if (mark.isPresent()) {
      return "the mark at " + place(mark.orElseThrow().location());
    }
    return setting("asyncio_default_test_loop_scope");
  }

  /** What decides a fixture's loop scope. */
  public String of(Fixture fixture) {
    if (fixture.declaredLoopScope().isPresent()) {
      return "its `loop_scope`";
    }
    String option = "asyncio_default_fixture_loop_scope";
    boolean own =
        model
            .config()
            .setting(option)
            .map(Setting::value)
            .filter(value -> Scope.named(value).isPresent())
            .isEmpty();
    return own ? "its own scope" : setting(option);
  }

  /** The finding with its cause: what puts a fixture on its loop. */
  public Finding caused(Finding finding, Fixture fixture) {
    Optional<Setting> option = model.config().setting("asyncio_default_fixture_loop_scope");
    boolean byOption =
        fixture.declaredLoopScope().isEmpty() && !of(fixture).equals("its own scope");
    return option.isPresent() && byOption
        ? finding.causedBy("LS005", option.orElseThrow().location())
        : finding.causedBy(fixture.location());
  }

  /** The one change that brings a test and a fixture together: the narrower loop gives way. */
  public String remedy(Test test, Scope testLoop, Fixture fixture, Scope fixtureLoop) {
    boolean spelt = spellsLoopScope();
    // Before, a fixture has the loop of its own scope, and the test has to give way.
    if (spelt && testLoop.widerThan(fixtureLoop)) {
      // A decorator that is written anew keeps the fixture's own scope.
      String scope =
          fixture
              .scope()
              .toOptional()
              .filter(it -> it != Scope.FUNCTION)
              .map(it -> "scope=\"" + it + "\", ")
              .orElse("");
      return fixture.maker() == Maker.PYTEST_ASYNCIO
          ? "set `loop_scope=\"" + testLoop + "\"` on `" + fixture.name() + "`"
          : "make `"
              + fixture.name()
              + "` with `@pytest_asyncio.fixture("
              + scope
              + "loop_scope=\""
              + testLoop
              + "\")`";
    }
    Optional<Mark> mark = AsyncioMarks.scopedMark(test);
    String argument = (spelt ? "loop_scope" : "scope") + "=\"" + fixtureLoop + "\"";
    return mark.isPresent()
        ? "write `" + argument + "` in the mark at " + place(mark.orElseThrow().location())
        : "mark the async tests that use `"
            + fixture.name()
            + "` with `pytest.mark.asyncio("
            + argument
            + ")`";
  }

  /** Whether the project's pytest-asyncio knows {@code loop_scope}. */
  public boolean spellsLoopScope() {
    return model.versions().pytestAsyncio().expects(Feature.LOOP_SCOPE.range());
  }

  private String setting(String option) {
    return model
        .config()
        .setting(option)
        .map(it -> "`" + option + "` at " + place(it.location()))
        .orElse("the default");
  }

  private static String place(Location location) {
    return location.path() + ":" + location.line();
  }
}
