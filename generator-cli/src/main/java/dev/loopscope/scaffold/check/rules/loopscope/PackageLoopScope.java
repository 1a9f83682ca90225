package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;

/** {@code loop_scope="package"}, in a mark, a fixture or an option. */
public final class PackageLoopScope implements Rule {
  private static final AffectedVersions ONE_FOR_THE_SESSION =
      AffectedVersions.of(Feature.ONE_PACKAGE_LOOP);
  private static final String WORD = Scope.PACKAGE.word();

  @Override
  public String id() {
    return "LS014";
  }

  @Override
  public String summary() {
    return "The loop scope `package` is one event loop for the whole session from pytest-asyncio "
        + Feature.ONE_PACKAGE_LOOP.since()
        + " on.";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Fixes fixes() {
    return Fixes.NONE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    Allowed allowed = model.versions().pytestAsyncio();
    if (ONE_FOR_THE_SESSION.severity(allowed, severity()).isEmpty()) {
      return;
    }
    for (Mark mark : new AsyncioMarks(model).read()) {
      AsyncioMarks.scopeArgument(mark)
          .filter(it -> isPackage(model, mark.file(), it.value()))
          .ifPresent(
              it ->
                  report(
                      model, findings, mark.file().location(it.value()), "the tests of the mark"));
    }
    for (Fixture fixture : model.fixtures()) {
      fixture
          .decoratorKeyword("loop_scope")
          .filter(it -> model.loopScope(fixture).is(Scope.PACKAGE))
          .ifPresent(
              it ->
                  report(
                      model,
                      findings,
                      fixture.decoratorFile().location(it.value()),
                      "`" + fixture.name() + "`"));
    }
    for (String option :
        List.of("asyncio_default_fixture_loop_scope", "asyncio_default_test_loop_scope")) {
      model
          .config()
          .setting(option)
          .filter(it -> it.value().equals(WORD))
          .ifPresent(it -> report(model, findings, it.location(), "`" + option + "`"));
    }
  }

  private void report(SuiteModel model, Findings findings, Location location, String whose) {
    findings.add(
        Finding.of(
                this,
                Severity.WARNING,
                location,
                "the `package` loop of "
                    + whose
                    + " is shared by all packages of the session, and not one for each",
                "write `session` to keep one loop, or `module` to keep packages apart")
            .forVersions(ONE_FOR_THE_SESSION.words(model.versions().pytestAsyncio())));
  }

  private static boolean isPackage(SuiteModel model, SourceFile file, Expression value) {
    return model.resolver().string(file, value).is(WORD);
  }
}
