package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.module.ShellPattern;
import java.util.List;

/** Which names pytest takes for tests: its options {@code python_classes} and the like. */
public final class TestNames {
  private final List<ShellPattern> files;
  private final List<ShellPattern> classes;
  private final List<ShellPattern> functions;

  /** By what is configured. */
  public TestNames(PytestConfig config) {
    files = patterns(config.pythonFiles());
    classes = patterns(config.pythonClasses());
    functions = patterns(config.pythonFunctions());
  }

  private static List<ShellPattern> patterns(List<String> options) {
    return options.stream().map(ShellPattern::new).toList();
  }

  boolean isTestFile(String path) {
    return files.stream().anyMatch(it -> it.matchesPath(path));
  }

  boolean isTestClass(String name) {
    return classes.stream().anyMatch(it -> it.startsOrMatches(name));
  }

  /** Whether a function of this name is a test. */
  public boolean isTestFunction(String name) {
    return functions.stream().anyMatch(it -> it.startsOrMatches(name));
  }
}
