package dev.loopscope.scaffold.suite;

import java.util.List;

/** Which names pytest takes for tests: its options {@code python_classes} and the like. */
record TestNames(List<String> files, List<String> classes, List<String> functions) {
  TestNames {
    files = List.copyOf(files);
    classes = List.copyOf(classes);
    functions = List.copyOf(functions);
  }

  boolean isTestFile(String path) {
    return files.stream().anyMatch(it -> NamePatterns.file(it, path));
  }

  boolean isTestClass(String name) {
    return NamePatterns.prefixOrGlob(classes, name);
  }

  boolean isTestFunction(String name) {
    return NamePatterns.prefixOrGlob(functions, name);
  }
}
