package dev.loopscope.scaffold.check.rules.hypothesis;

import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** A hypothesis test that several classes inherit. */
public final class GivenInBaseWithTwoSubclasses implements Rule {
  @Override
  public String id() {
    return "LS034";
  }

  @Override
  public String summary() {
    return "An async `@given` test that two collected classes inherit fails hypothesis' health"
        + " check `differing_executors`.";
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
    IdentityHashMap<FunctionDef, List<Test>> byFunction = new IdentityHashMap<>();
    List<List<Test>> inOrder = new ArrayList<>();
    for (Test test : model.tests()) {
      if (isMethod(test, model)) {
        byFunction
            .computeIfAbsent(
                test.function(),
                function -> {
                  List<Test> tests = new ArrayList<>();
                  inOrder.add(tests);
                  return tests;
                })
            .add(test);
      }
    }
    inOrder.removeIf(
        it -> it.stream().flatMap(test -> test.collectedBy().stream()).distinct().count() < 2);
    // All of the suite's text is looked through for it.
    if (!inOrder.isEmpty() && !loadsProfile(model)) {
      inOrder.forEach(it -> check(it, findings));
    }
  }

  private static boolean isMethod(Test test, SuiteModel model) {
    return test.given().isPresent()
        && test.collectedBy().isPresent()
        && AnyioTest.isRun(test)
        && model.runner(test).is(Runner.PYTEST_ASYNCIO)
        && isPlain(test, model.resolver());
  }

  private void check(List<Test> tests, Findings findings) {
    List<String> classes =
        tests.stream()
            .flatMap(it -> it.collectedBy().stream())
            .distinct()
            .map(SuiteClass::name)
            .toList();
    Test test = tests.get(0);
    findings.add(
        this,
        Severity.ERROR,
        test.location(),
        "`%s` is run by `%s` and then by `%s`, where it fails hypothesis' health check differing_executors"
            .formatted(test.name(), classes.get(0), classes.get(1)),
        "give each class a `@given` test of its own that calls a method of the base");
  }

  /** Whether its decorators change none of hypothesis' settings. */
  private static boolean isPlain(Test test, Resolver resolver) {
    return test.function().decorators().stream().allMatch(it -> isPlain(test.file(), it, resolver));
  }

  private static boolean isPlain(SourceFile file, Expression decorator, Resolver resolver) {
    Optional<String> called = resolver.calledName(file, decorator);
    if (called.equals(Optional.of("hypothesis.settings"))) {
      return decorator instanceof Call call
          && call.arguments().isEmpty()
          && call.keywords().stream()
              .allMatch(
                  it ->
                      it.name().filter(name -> !name.equals("suppress_health_check")).isPresent());
    }
    return called
        .or(() -> resolver.qualifiedName(file, decorator))
        .filter(it -> it.startsWith("hypothesis.") || it.startsWith("pytest.mark."))
        .isPresent();
  }

  private static boolean loadsProfile(SuiteModel model) {
    return model
            .config()
            .setting("addopts")
            .filter(it -> it.value().contains("hypothesis"))
            .isPresent()
        || model.mentions("load_profile");
  }
}
