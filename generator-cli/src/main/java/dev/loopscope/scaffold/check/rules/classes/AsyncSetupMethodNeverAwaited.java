package dev.loopscope.scaffold.check.rules.classes;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.fixture.SetupFixture;
import dev.loopscope.scaffold.check.evidence.AnyioOnly;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** LS021. pytest calls its xunit-style setup functions, and awaits none of them. */
public final class AsyncSetupMethodNeverAwaited implements Rule {
  private static final List<String> OF_CLASSES =
      List.of("setup_class", "setup_method", "teardown_method", "teardown_class");
  private static final Set<String> OF_MODULES =
      Set.of("setup_module", "setUpModule", "teardown_module", "tearDownModule");
  private static final Set<String> OF_FUNCTIONS = Set.of("setup_function", "teardown_function");
  private static final Set<String> HARMLESS =
      Set.of("builtins.classmethod", "builtins.staticmethod");

  @Override
  public String id() {
    return "LS021";
  }

  @Override
  public String summary() {
    return "pytest calls an async `setup_method`, or one of its kin, and throws the coroutine"
        + " away.";
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
    Set<SuiteClass> classes = new LinkedHashSet<>();
    // Each with whether it has tests outside of classes.
    Map<SourceFile, Boolean> modules = new LinkedHashMap<>();
    for (Test test : model.tests()) {
      test.collectedBy().ifPresent(classes::add);
      modules.merge(test.collectedIn(), test.collectedBy().isEmpty(), Boolean::logicalOr);
    }
    classes.forEach(owner -> checkClass(owner, model, findings));
    modules.forEach((module, functions) -> checkModule(module, functions, model, findings));
  }

  private void checkClass(SuiteClass collected, SuiteModel model, Findings findings) {
    boolean unittest =
        collected.mro().externalBases().stream()
            .anyMatch(it -> !it.startsWith("typing.") && !it.equals("abc.ABC"));
    if (!collected.mro().complete() || unittest) {
      return;
    }
    ClassRef reference = new ClassRef(collected.file(), collected.definition());
    for (String name : OF_CLASSES) {
      Optional<Resolution.Function> function = function(model, reference, name);
      if (function.isPresent()) {
        SourceFile file = function.orElseThrow().file();
        FunctionDef definition = function.orElseThrow().definition();
        Finding finding = finding(file, definition, collected.name() + "." + name, model);
        findings.add(
            name.equals("setup_method")
                ? SetupFixture.fix(file, definition, model).map(finding::with).orElse(finding)
                : finding);
      }
    }
  }

  private static Optional<Resolution.Function> function(
      SuiteModel model, ClassRef owner, String name) {
    return model.resolver().member(owner, name) instanceof Resolution.Function function
            && isPlainAsync(function.file(), function.definition(), model)
        ? Optional.of(function)
        : Optional.empty();
  }

  private void checkModule(
      SourceFile module, boolean functions, SuiteModel model, Findings findings) {
    for (Statement statement : module.tree().module().body()) {
      if (statement instanceof FunctionDef function
          && (OF_MODULES.contains(function.name().id())
              || (OF_FUNCTIONS.contains(function.name().id()) && functions))
          && isPlainAsync(module, function, model)) {
        findings.add(finding(module, function, function.name().id(), model));
      }
    }
  }

  /** A decorator may make a fixture of it, or run the coroutine. */
  private static boolean isPlainAsync(SourceFile file, FunctionDef function, SuiteModel model) {
    return function.async()
        && function.decorators().stream()
            .allMatch(
                it ->
                    model
                        .resolver()
                        .qualifiedName(file, it)
                        .filter(HARMLESS::contains)
                        .isPresent());
  }

  private Finding finding(SourceFile file, FunctionDef function, String name, SuiteModel model) {
    return Finding.of(
        this,
        Severity.ERROR,
        file.location(function.name()),
        "pytest calls `" + name + "` and never awaits the coroutine, so nothing of it is run",
        "make an autouse fixture of it with `@"
            + (AnyioOnly.holds(model) ? "pytest" : "pytest_asyncio")
            + ".fixture(autouse=True)`");
  }
}
