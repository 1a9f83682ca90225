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
import dev.loopscope.scaffold.check.wording.Quoted;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.List;
import java.util.Optional;

/** LS020. A session-scoped fixture belongs to a class, and so to each of its subclasses. */
public final class SessionFixtureAsMethod implements Rule {
  @Override
  public String id() {
    return "LS020";
  }

  @Override
  public String summary() {
    return "A session-scoped fixture is a method, so it is created once for each class that"
        + " inherits it.";
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
      if (fixture.scope().is(Scope.SESSION) && fixture.owner().isPresent()) {
        judge(fixture, model, findings);
      }
    }
  }

  private void judge(Fixture fixture, SuiteModel model, Findings findings) {
    List<String> classes =
        LiveTests.using(fixture, model).stream()
            .map(Test::collectedBy)
            .flatMap(Optional::stream)
            .distinct()
            .map(it -> it.name())
            .toList();
    if (classes.isEmpty()) {
      return;
    }
    Optional<InstanceMethodFixture> method = InstanceMethodFixture.of(fixture);
    Optional<String> loss = method.flatMap(it -> it.loss(model));
    InstanceMethodDeprecation deprecation = InstanceMethodDeprecation.of(Scope.SESSION, model);
    if (loss.isPresent()) {
      add(fixture, classes, Severity.ERROR, loss.orElseThrow(), "", findings);
    } else if (classes.size() > 1) {
      String message =
          "`"
              + fixture.name()
              + "` is created once for each of "
              + Quoted.names(classes)
              + ", and all stay to the end of the session";
      add(fixture, classes, Severity.WARNING, message, "", findings);
    } else if (method.isPresent() && deprecation.applies()) {
      add(
          fixture,
          classes,
          deprecation.severity(),
          deprecation.message(),
          deprecation.versions(),
          findings);
    }
  }

  private void add(
      Fixture fixture,
      List<String> classes,
      Severity severity,
      String message,
      String versions,
      Findings findings) {
    Finding finding =
        Finding.of(
                this,
                severity,
                fixture.location(),
                message,
                "move the fixture to module level or to a conftest")
            .forVersions(versions);
    Optional<InstanceMethodFixture> single =
        InstanceMethodFixture.of(fixture).filter(it -> classes.size() == 1);
    findings.add(single.flatMap(ClassMethodInstead::of).map(finding::with).orElse(finding));
  }
}
