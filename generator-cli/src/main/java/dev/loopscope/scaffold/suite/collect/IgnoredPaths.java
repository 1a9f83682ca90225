package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.suite.module.ShellPattern;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files that conftests keep pytest from collecting: {@code collect_ignore} and its globs. */
final class IgnoredPaths {
  private final Resolver resolver;
  private final Set<String> plain = new HashSet<>();
  private final List<ShellPattern> patterns = new ArrayList<>();

  /**
   * Of some conftests.
   *
   * @param conftests by directory
   */
  IgnoredPaths(Resolver resolver, Map<String, SourceFile> conftests) {
    this.resolver = resolver;
    conftests.forEach(
        (directory, conftest) -> {
          read(directory, conftest, "collect_ignore");
          read(directory, conftest, "collect_ignore_glob");
        });
  }

  /** A list that is computed ignores nothing here: what it names is judged. */
  private void read(String directory, SourceFile conftest, String name) {
    if (!conftest.names().bindings(name).isEmpty()
        && resolver.member(conftest, name) instanceof Resolution.Value value) {
      resolver
          .strings(value.file(), value.expression())
          .toOptional()
          .orElse(List.of())
          .forEach(it -> add(Directories.join(directory, it)));
    }
  }

  private void add(String path) {
    ShellPattern pattern = new ShellPattern(path);
    if (pattern.hasWildcard()) {
      patterns.add(pattern);
    } else {
      plain.add(path);
    }
  }

  /** Whether a file, or a directory it stands in, is ignored. */
  boolean holds(String path) {
    for (String at = path; !at.isEmpty(); at = Directories.parent(at)) {
      String part = at;
      if (plain.contains(part) || patterns.stream().anyMatch(it -> it.matches(part))) {
        return true;
      }
    }
    return false;
  }
}
