package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.trace.Numbered;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedFixture;
import dev.loopscope.scaffold.trace.TracedTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of tests and the set-ups of fixtures, by what the check knows them as. */
final class Runs {
  private static final String BETWEEN = "::";

  private final Trace trace;
  private final TracedPaths paths;
  private final Map<String, List<TracedTest>> tests = new HashMap<>();

  Runs(Trace trace, TracedPaths paths) {
    this.trace = trace;
    this.paths = paths;
    trace
        .tests()
        .forEach(it -> tests.computeIfAbsent(key(it.id()), key -> new ArrayList<>()).add(it));
  }

  /** The file, the classes and the function of pytest's name of a test. */
  private String key(String id) {
    int bracket = id.indexOf('[');
    String[] names = (bracket < 0 ? id : id.substring(0, bracket)).split(BETWEEN, -1);
    names[0] = paths.of(names[0]);
    return String.join(BETWEEN, names);
  }

  private static String key(Test test) {
    List<String> names = new ArrayList<>(List.of(test.collectedIn().path()));
    test.collectedBy().ifPresent(it -> names.addAll(it.path()));
    names.add(test.name());
    return String.join(BETWEEN, names);
  }

  /** One for each of its items that was run, skipped or not. */
  List<TracedTest> of(Test test) {
    return tests.getOrDefault(key(test), List.of());
  }

  /** Whether pytest's name of a test is one of an item of this. */
  boolean isOf(String id, Test test) {
    return key(id).equals(key(test));
  }

  /** Whether it is what was set up there. */
  boolean isOf(TracedFixture traced, Fixture fixture) {
    return traced.name().equals(fixture.name())
        && paths.of(traced.at()).equals(fixture.file().path())
        && isWithin(traced.at().line(), fixture.file(), fixture.function());
  }

  /** Whether it was set up. */
  boolean isSetUp(Fixture fixture) {
    return trace.fixtures().values().stream().anyMatch(it -> isOf(it, fixture));
  }

  /** A fixture that a test asked for. */
  Optional<TracedFixture> fixture(TracedTest run, int number) {
    return Optional.ofNullable(trace.fixtures().get(new Numbered(run.worker(), number)));
  }

  private static boolean isWithin(int line, SourceFile file, FunctionDef function) {
    int last = file.source().lineAt(function.name().start());
    return file.source().lineAt(first(function)) <= line && line <= last;
  }

  /** Where a function begins, with its decorators. */
  static int first(FunctionDef function) {
    return function.decorators().stream()
        .mapToInt(it -> it.start() - 1)
        .min()
        .orElse(function.start());
  }
}
