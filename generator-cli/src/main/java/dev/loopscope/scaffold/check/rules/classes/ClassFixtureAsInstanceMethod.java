package dev.loopscope.scaffold.check.rules.classes;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.fixture.ClassMethodInstead;
import dev.loopscope.scaffold.check.evidence.InstanceMethodFixture;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.wording.InstanceMethodDeprecation;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.Optional;

/** LS018. A fixture that is shared, on an instance that is not. */
public final class ClassFixtureAsInstanceMethod implements Rule {
  @Override
  public String id() {
    return "LS018";
  }

  @Override
  public String summary() {
    return "A fixture that a whole class shares is an instance method, so what it sets on `self` is"
        + " gone when the tests run.";
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
      Optional<Scope> scope = fixture.scope().toOptional();
      boolean shared = scope.filter(it -> it != Scope.FUNCTION && it != Scope.SESSION).isPresent();
      Optional<InstanceMethodFixture> method = InstanceMethodFixture.of(fixture);
      if (shared && method.isPresent()) {
        judge(method.orElseThrow(), scope.orElseThrow(), model, findings);
      }
    }
  }

  private void judge(
      InstanceMethodFixture method, Scope scope, SuiteModel model, Findings findings) {
    if (LiveTests.using(method.fixture(), model).isEmpty()) {
      return;
    }
    Optional<String> lost = method.loss(model);
    InstanceMethodDeprecation deprecation = InstanceMethodDeprecation.of(scope, model);
    if (lost.isPresent()) {
      findings.add(finding(method, Severity.ERROR, lost.orElseThrow(), ""));
    } else if (deprecation.applies()) {
      findings.add(
          finding(method, deprecation.severity(), deprecation.message(), deprecation.versions()));
    }
  }

  private Finding finding(
      InstanceMethodFixture method, Severity severity, String message, String versions) {
    Finding finding =
        Finding.of(
                this,
                severity,
                method.fixture().location(),
                message,
                "put `@classmethod` below the fixture's decorator, or move the fixture out of the"
                    + " class")
            .forVersions(versions);
    return ClassMethodInstead.of(method).map(finding::with).orElse(finding);
  }
}
