package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.text.Glob;
import java.util.List;

/**
 * Whether {@code testpaths} name a file. They are patterns of Python's {@code glob}, relative to
 * the configuration's directory; a directory names all below it.
 */
final class TestPaths {
  private final List<Glob> patterns;

  /**
   * Of a configuration.
   *
   * @param testpaths as they are configured
   */
  TestPaths(List<String> testpaths) {
    this.patterns = testpaths.stream().map(TestPaths::glob).toList();
  }

  /**
   * Whether one of them names a file.
   *
   * @param file relative to the configuration's directory, with {@code /}
   */
  boolean name(String file) {
    return patterns.stream().anyMatch(it -> it.matches(file));
  }

  private static Glob glob(String testpath) {
    int node = testpath.indexOf("::");
    String path = node < 0 ? testpath : testpath.substring(0, node);
    List<String> parts =
        List.of(path.split("/", -1)).stream()
            .filter(it -> !it.isEmpty() && !it.equals("."))
            .toList();
    Glob.Builder glob = Glob.builder();
    if (parts.isEmpty()) {
      return glob.anything().build();
    }
    if (path.startsWith("/")) {
      glob.literal('/');
    }
    for (String part : parts.subList(0, parts.size() - 1)) {
      if (part.equals("**")) {
        glob.directories();
      } else {
        segment(part, glob);
        glob.literal('/');
      }
    }
    String last = parts.get(parts.size() - 1);
    if (last.equals("**")) {
      return glob.anything().build();
    }
    segment(last, glob);
    return glob.andBelow().build();
  }

  private static void segment(String part, Glob.Builder glob) {
    int lastClosing = part.lastIndexOf(']');
    int at = 0;
    while (at < part.length()) {
      int c = part.codePointAt(at);
      at += Character.charCount(c);
      if (c == '*') {
        glob.many(TestPaths::inOneDirectory);
      } else if (c == '?') {
        glob.one(TestPaths::inOneDirectory);
      } else if (c == '[' && at < lastClosing) {
        at = glob.set(part, at, TestPaths::inOneDirectory);
      } else {
        glob.literal(c);
      }
    }
  }

  private static boolean inOneDirectory(int c) {
    return c != '/';
  }
}
