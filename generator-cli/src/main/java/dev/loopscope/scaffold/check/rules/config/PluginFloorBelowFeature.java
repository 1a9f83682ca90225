package dev.loopscope.scaffold.check.rules.config;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** LS029. The oldest version that the project allows does not know what its tests use. */
public final class PluginFloorBelowFeature implements Rule {
  private static final String FACTORIES_HOOK = "pytest_asyncio_loop_factories";

  /**
   * A feature that the suite uses.
   *
   * @param what it is, and where
   * @param feature since when it is known, and to whom
   * @param before what older versions do
   */
  private record Used(String what, Feature feature, String before) {
    VersionRange tooOld() {
      return feature.before();
    }

    String distribution() {
      return feature.distribution();
    }

    Version since() {
      return Version.of(feature.since());
    }
  }

  @Override
  public String id() {
    return "LS029";
  }

  @Override
  public String summary() {
    return "The project allows a version of a plugin that does not know a feature its tests use.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.NONE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    List<Used> used = new ArrayList<>();
    model.fixtures().forEach(it -> fixture(it, used));
    model.files().forEach(it -> hook(it, used));
    model.collected().forEach(it -> test(model, it, used));
    for (String distribution : List.of("pytest-asyncio", "anyio")) {
      used.stream()
          .filter(it -> it.distribution().equals(distribution))
          // The first place that uses the newest feature.
          .reduce((first, next) -> next.since().compareTo(first.since()) > 0 ? next : first)
          .ifPresent(it -> judge(model.versions().allowed(distribution), it, findings));
    }
  }

  private static void fixture(Fixture fixture, List<Used> used) {
    if (fixture.declaredLoopScope().isPresent() && fixture.maker() == Maker.PYTEST_ASYNCIO) {
      used.add(
          new Used(
              "the `loop_scope` of `"
                  + fixture.name()
                  + "` at "
                  + place(fixture.decoratorLocation()),
              Feature.LOOP_SCOPE,
              "refuses the keyword with a `TypeError`"));
    }
  }

  private static void hook(SourceFile file, List<Used> used) {
    for (Statement statement : file.tree().module().body()) {
      if (statement instanceof FunctionDef function
          && function.name().id().equals(FACTORIES_HOOK)
          && !mayBeUnknown(function)) {
        used.add(
            new Used(
                "the hook at " + place(file.location(function.name())),
                Feature.LOOP_FACTORIES,
                "does not know `" + FACTORIES_HOOK + "` and stops"));
      }
    }
  }

  /** Of a hook that says so, a plugin that does not know it takes no notice. */
  private static boolean mayBeUnknown(FunctionDef hook) {
    return hook.decorators().stream()
        .anyMatch(
            it ->
                it instanceof Call call
                    && call.keywords().stream()
                        .anyMatch(
                            keyword -> keyword.name().filter("optionalhook"::equals).isPresent()));
  }

  private static void test(SuiteModel model, Test test, List<Used> used) {
    for (Mark mark : test.marks(AsyncioMarks.NAME)) {
      if (mark.keyword("loop_factories").isPresent()) {
        used.add(
            new Used(
                "the `loop_factories` of the mark at " + place(mark.location()),
                Feature.LOOP_FACTORIES,
                "does not know the keyword"));
      } else if (mark.keyword("loop_scope").isPresent()) {
        used.add(
            new Used(
                "the `loop_scope` of the mark at " + place(mark.location()),
                Feature.LOOP_SCOPE,
                "ignores the keyword and gives each test a loop of its own"));
      }
    }
    if (test.given().isPresent()
        && test.collectedBy().isPresent()
        && model.runner(test).is(Runner.ANYIO)) {
      used.add(
          new Used(
              "`@given` on the method `" + test.name() + "` at " + place(test.location()),
              Feature.GIVEN_ON_METHODS,
              "cannot run it"));
    }
  }

  private void judge(Allowed allowed, Used used, Findings findings) {
    Optional<Location> requirement =
        allowed.statedAt().stream().min(Comparator.comparing(PluginFloorBelowFeature::isLock));
    requirement.ifPresent(
        place ->
            Limits.severity(allowed, used.tooOld(), Severity.ERROR)
                .ifPresent(severity -> findings.add(finding(place, severity, used))));
  }

  private static boolean isLock(Location location) {
    String path = location.path();
    return path.endsWith(".lock") || (path.endsWith(".toml") && path.contains("pylock"));
  }

  private Finding finding(Location place, Severity severity, Used used) {
    String message =
        "this lets in "
            + used.distribution()
            + " before "
            + used.since()
            + ", which "
            + used.before()
            + ": "
            + used.what();
    return Finding.of(
            this,
            severity,
            place,
            message,
            "require `" + used.distribution() + ">=" + used.since() + "`")
        .forVersions(used.distribution() + " < " + used.since());
  }

  private static String place(Location location) {
    return location.path() + ":" + location.line();
  }
}
