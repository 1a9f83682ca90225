package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionEdit;
import dev.loopscope.scaffold.check.edit.mark.ScopeWord;
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
import java.util.Optional;

/** {@code loop_scope="package"}, in a mark, a fixture or an option. */
public final class PackageLoopScope implements Rule {
  private static final AffectedVersions ONE_FOR_THE_SESSION =
      AffectedVersions.of(Feature.ONE_PACKAGE_LOOP);
  private static final String WORD = Scope.PACKAGE.word();
  private static final String SESSION = Scope.SESSION.word();

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
    return Fixes.UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    Allowed allowed = model.versions().pytestAsyncio();
    if (ONE_FOR_THE_SESSION.severity(allowed, severity()).isEmpty()) {
      return;
    }
    boolean alone = model.fixtures().stream().noneMatch(it -> takesPackage(it, model));
    for (Mark mark : new AsyncioMarks(model).read()) {
      AsyncioMarks.scopeArgument(mark)
          .filter(it -> isPackage(model, mark.file(), it.value()))
          .ifPresent(
              it ->
                  report(
                      model,
                      findings,
                      mark.file().location(it.value()),
                      "the tests of the mark",
                      ScopeWord.edit(mark.file(), it.value(), SESSION).filter(edit -> alone)));
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
                      "`" + fixture.name() + "`",
                      ScopeWord.edit(fixture.decoratorFile(), it.value(), SESSION)
                          .filter(edit -> alone)));
    }
    for (String option :
        List.of("asyncio_default_fixture_loop_scope", "asyncio_default_test_loop_scope")) {
      model
          .config()
          .setting(option)
          .filter(it -> it.value().equals(WORD))
          .ifPresent(
              it ->
                  report(
                      model,
                      findings,
                      it.location(),
                      "`" + option + "`",
                      OptionEdit.set(model.config(), option, SESSION).filter(edit -> alone)));
    }
  }

  /** Whether a fixture is on the loop of its package without saying so. */
  private static boolean takesPackage(Fixture fixture, SuiteModel model) {
    return fixture.isAsync()
        && fixture.declaredLoopScope().isEmpty()
        && fixture.scope().is(Scope.PACKAGE)
        && model.config().setting("asyncio_default_fixture_loop_scope").isEmpty();
  }

  private void report(
      SuiteModel model, Findings findings, Location location, String whose, Optional<Edit> edit) {
    Finding finding =
        Finding.of(
                this,
                Severity.WARNING,
                location,
                "the `package` loop of "
                    + whose
                    + " is shared by all packages of the session, and not one for each",
                "write `session` to keep one loop, or `module` to keep packages apart")
            .forVersions(ONE_FOR_THE_SESSION.words(model.versions().pytestAsyncio()));
    findings.add(
        edit.map(it -> new Fix(Safety.UNSAFE, "write `session`", List.of(it)))
            .map(finding::with)
            .orElse(finding));
  }

  private static boolean isPackage(SuiteModel model, SourceFile file, Expression value) {
    return model.resolver().string(file, value).is(WORD);
  }
}
