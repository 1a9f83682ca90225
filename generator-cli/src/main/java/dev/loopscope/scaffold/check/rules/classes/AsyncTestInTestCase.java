package dev.loopscope.scaffold.check.rules.classes;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** LS022. {@code unittest.TestCase} calls its tests and awaits none of them. */
public final class AsyncTestInTestCase implements Rule {
  private static final Set<String> TEST_CASE =
      Set.of("unittest.TestCase", "unittest.case.TestCase");
  private static final Set<String> INERT_BASES =
      Set.of("abc.ABC", "typing.Generic", "typing.Protocol");
  private static final Set<String> CALLED =
      Set.of("setUp", "tearDown", "setUpClass", "tearDownClass");

  /** Who defines one of these may await what it is given. */
  private static final Set<String> HOOKS =
      Set.of(
          "run",
          "debug",
          "__call__",
          "__getattribute__",
          "__getattr__",
          "__init__",
          "__init_subclass__",
          "_callTestMethod",
          "_callSetUp",
          "_callTearDown");

  /** Decorators that leave a coroutine function one. */
  private static final List<String> INERT_DECORATORS =
      List.of("pytest.mark.", "unittest.mock.patch", "mock.patch", "builtins.classmethod");

  @Override
  public String id() {
    return "LS022";
  }

  @Override
  public String summary() {
    return "An async test in a `unittest.TestCase` passes without being run.";
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
    Map<SuiteClass, Set<FunctionDef>> running = running(model);
    for (SuiteClass collected : model.classes()) {
      Set<FunctionDef> its = running.getOrDefault(collected, Set.of());
      if (!its.isEmpty() && isPlainTestCase(collected, model)) {
        for (ClassRef owner : collected.mro().classes()) {
          checkMethods(collected, its, owner, model, findings);
        }
      }
    }
  }

  /** By class, its tests that are not skipped in every run. */
  private static Map<SuiteClass, Set<FunctionDef>> running(SuiteModel model) {
    Map<SuiteClass, Set<FunctionDef>> running = new HashMap<>();
    for (Test test : model.tests()) {
      test.collectedBy()
          .ifPresent(
              it ->
                  running
                      .computeIfAbsent(
                          it, unused -> Collections.newSetFromMap(new IdentityHashMap<>()))
                      .add(test.function()));
    }
    return running;
  }

  private static boolean isPlainTestCase(SuiteClass collected, SuiteModel model) {
    List<String> bases = collected.mro().externalBases();
    return collected.mro().complete()
        && bases.stream().anyMatch(TEST_CASE::contains)
        && bases.stream().allMatch(it -> TEST_CASE.contains(it) || INERT_BASES.contains(it))
        && collected.mro().classes().stream().allMatch(it -> isPlain(it, model));
  }

  private static boolean isPlain(ClassRef part, SuiteModel model) {
    return part.definition().keywords().isEmpty()
        && part.file().names().bound(part.definition()).stream().noneMatch(HOOKS::contains)
        && part.definition().decorators().stream().allMatch(it -> isInert(part.file(), it, model));
  }

  /** The tests of a class are told of once, at the first: what is wrong is their class. */
  private void checkMethods(
      SuiteClass collected,
      Set<FunctionDef> running,
      ClassRef owner,
      SuiteModel model,
      Findings findings) {
    List<FunctionDef> tests = new ArrayList<>();
    for (Statement statement : owner.definition().body()) {
      if (statement instanceof FunctionDef function
          && function.async()
          && isNeverAwaited(collected, owner, function, model)) {
        if (function.name().id().startsWith("test")) {
          if (running.contains(function)) {
            tests.add(function);
          }
        } else if (CALLED.contains(function.name().id())) {
          String name = name(collected, function);
          findings.add(
              finding(owner, function, "never awaits " + name + ", so nothing of it is run"));
        }
      }
    }
    if (!tests.isEmpty()) {
      Finding finding = finding(owner, tests.get(0), tests(collected, tests));
      findings.add(base(collected, model).map(finding::with).orElse(finding));
    }
  }

  private static boolean isNeverAwaited(
      SuiteClass collected, ClassRef owner, FunctionDef function, SuiteModel model) {
    ClassRef reference = new ClassRef(collected.file(), collected.definition());
    return function.decorators().stream().allMatch(it -> isInert(owner.file(), it, model))
        && model.resolver().member(reference, function.name().id())
            instanceof Resolution.Function member
        && SameNode.is(member.definition(), function);
  }

  private static boolean isInert(SourceFile file, Expression decorator, SuiteModel model) {
    Expression named = decorator instanceof Call call ? call.function() : decorator;
    Optional<String> name = model.resolver().qualifiedName(file, named);
    return name.filter(it -> INERT_DECORATORS.stream().anyMatch(it::startsWith)).isPresent();
  }

  private static String tests(SuiteClass collected, List<FunctionDef> tests) {
    String first = name(collected, tests.get(0));
    int others = tests.size() - 1;
    return others == 0
        ? "never awaits " + first + ", so it passes whatever it asserts"
        : "never awaits %s and %d other %s of the class, so they pass whatever they assert"
            .formatted(first, others, others == 1 ? "test" : "tests");
  }

  private static String name(SuiteClass collected, FunctionDef function) {
    return "`" + collected.name() + "." + function.name().id() + "`";
  }

  private Finding finding(ClassRef owner, FunctionDef function, String what) {
    return Finding.of(
        this,
        Severity.ERROR,
        owner.file().location(function.name()),
        "`unittest` " + what,
        "derive the class from `unittest.IsolatedAsyncioTestCase`, which awaits its tests"
            + " (`asyncSetUp` and `asyncTearDown` are its async counterparts)");
  }

  /** Of a class that names the base itself. */
  private static Optional<Fix> base(SuiteClass collected, SuiteModel model) {
    return collected.definition().bases().stream()
        .filter(Attribute.class::isInstance)
        .map(Attribute.class::cast)
        .filter(it -> it.attr().equals("TestCase"))
        .filter(
            it ->
                model
                    .resolver()
                    .qualifiedName(collected.file(), it)
                    .filter(TEST_CASE::contains)
                    .isPresent())
        .map(
            it ->
                new Edit(
                    collected.file().path(),
                    it.end() - "TestCase".length(),
                    it.end(),
                    "IsolatedAsyncioTestCase"))
        .map(it -> new Fix(Safety.UNSAFE, "derive from IsolatedAsyncioTestCase", List.of(it)))
        .findFirst();
  }
}
