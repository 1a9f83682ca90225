package dev.loopscope.scaffold.check.rules.classes;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** LS019. A class method that is made of a fixture, where it should be the other way round. */
public final class ClassmethodAboveFixture implements Rule {
  private static final AffectedVersions BLIND_PYTEST =
      AffectedVersions.of(Feature.CLASSMETHOD_OPAQUE);
  private static final AffectedVersions BLIND_PYTHON =
      AffectedVersions.of(Feature.CLASSMETHOD_BARE);
  private static final String ELSEWHERE =
      "pytest < "
          + Feature.CLASSMETHOD_UNWRAPPED.since()
          + " or >= "
          + Feature.CLASSMETHOD_UNWRAPPED.until()
          + ", or Python >= "
          + Feature.CLASSMETHOD_BARE.since();
  private static final Set<String> FIXTURES = Set.of("pytest.fixture", "pytest_asyncio.fixture");

  @Override
  public String id() {
    return "LS019";
  }

  @Override
  public String summary() {
    return "`@classmethod` stands above the fixture's decorator, so pytest takes the fixture for"
        + " something else or does not find it.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.SAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    for (SuiteClass owner : model.classes()) {
      owner.definition().body().stream()
          .filter(FunctionDef.class::isInstance)
          .map(FunctionDef.class::cast)
          .forEach(function -> judge(owner, function, model, findings));
    }
  }

  private void judge(SuiteClass owner, FunctionDef function, SuiteModel model, Findings findings) {
    SourceFile file = owner.file();
    Optional<Expression> above = Optional.empty();
    for (Expression decorator : function.decorators()) {
      Optional<String> name = name(file, decorator, model.resolver());
      if (name.filter("builtins.classmethod"::equals).isPresent()) {
        above = Optional.of(decorator);
      } else if (above.isPresent() && name.filter(FIXTURES::contains).isPresent()) {
        boolean requested = isRequested(owner, function, decorator, model);
        findings.add(finding(file, function, above.orElseThrow(), decorator, requested, model));
      }
    }
  }

  /** Models need not agree on whether there is such a fixture, but on who asks for its name. */
  private static boolean isRequested(
      SuiteClass owner, FunctionDef function, Expression fixture, SuiteModel model) {
    String name = function.name().id();
    boolean autouse =
        fixture instanceof Call call
            && call.keywords().stream()
                .filter(it -> it.name().filter("autouse"::equals).isPresent())
                .anyMatch(it -> model.resolver().bool(owner.file(), it.value()).is(true));
    return autouse
        || LiveTests.of(model).stream()
            .filter(test -> inherits(test, owner))
            .map(model::closure)
            .anyMatch(closure -> closure.has(name) || closure.unknown().contains(name));
  }

  private static boolean inherits(Test test, SuiteClass owner) {
    return test.collectedBy().stream()
        .flatMap(it -> it.mro().classes().stream())
        .anyMatch(it -> SameNode.is(it.definition(), owner.definition()));
  }

  private static Optional<String> name(SourceFile file, Expression decorator, Resolver resolver) {
    Expression named = decorator instanceof Call call ? call.function() : decorator;
    return resolver.qualifiedName(file, named);
  }

  private Finding finding(
      SourceFile file,
      FunctionDef function,
      Expression classmethod,
      Expression fixture,
      boolean requested,
      SuiteModel model) {
    boolean blind =
        model.versions().pytest().expects(BLIND_PYTEST.range())
            || model.versions().python().overlap(BLIND_PYTHON.range()) == Overlap.ALL;
    String name = function.name().id();
    String message =
        blind
            ? "pytest does not find `"
                + name
                + "`, so each test that requests it fails in its setup"
            : "what `"
                + name
                + "` sets on `cls` may be invisible to the tests, and newer versions"
                + " of pytest and Python do not find the fixture";
    return Finding.of(
            this,
            blind && requested ? Severity.ERROR : Severity.WARNING,
            file.location(classmethod),
            message,
            "write `@classmethod` below the fixture's decorator")
        .forVersions(blind ? "" : ELSEWHERE)
        .with(
            new Fix(
                Safety.SAFE,
                "exchange the two decorators",
                List.of(
                    replaced(file, classmethod, fixture), replaced(file, fixture, classmethod))));
  }

  private static Edit replaced(SourceFile file, Expression old, Expression now) {
    return new Edit(file.path(), old.start(), old.end(), file.text(now));
  }
}
