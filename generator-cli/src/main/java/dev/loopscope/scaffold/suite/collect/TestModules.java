package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.module.ShellPattern;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Chooses the files that pytest collects as test modules. All paths are relative to the base. */
public final class TestModules {
  private final String root;
  private final TestNames names;
  private final List<ShellPattern> testpaths;
  private final List<ShellPattern> norecursedirs;

  /** By what is configured. */
  public TestModules(PytestConfig config) {
    this.root = Directories.normal(config.rootDirectory());
    this.names = new TestNames(config);
    this.testpaths =
        config.testpaths().stream()
            .map(it -> new ShellPattern(Directories.join(root, it)))
            .toList();
    this.norecursedirs = config.norecursedirs().stream().map(ShellPattern::new).toList();
  }

  /**
   * The test modules among the files of a suite.
   *
   * @param directories what pytest is given as arguments
   * @param named files that pytest is given as arguments
   */
  public List<String> choose(
      Collection<String> files, Collection<String> directories, Set<String> named) {
    return files.stream()
        .filter(
            path ->
                named.contains(path)
                    || (names.isTestFile(path)
                        && directories.stream().anyMatch(it -> isReached(it, path))))
        .sorted()
        .distinct()
        .toList();
  }

  private boolean isReached(String directory, String path) {
    if (!Directories.isInside(directory, Directories.parent(path))) {
      return false;
    }
    // testpaths count only where pytest is started in its root directory without arguments.
    boolean whole = Directories.isInside(directory, root);
    if (!whole || testpaths.isEmpty()) {
      return isEntered(whole ? root : directory, path);
    }
    return testpaths.stream().anyMatch(it -> isBelowTestpath(it, path));
  }

  private boolean isBelowTestpath(ShellPattern testpath, String path) {
    if (testpath.matches(path)) {
      return true;
    }
    for (String at = Directories.parent(path); ; at = Directories.parent(at)) {
      if (testpath.matches(at)) {
        return isEntered(at, path);
      }
      if (at.isEmpty()) {
        return false;
      }
    }
  }

  /** Whether none of the directories between one and a file is left out by norecursedirs. */
  private boolean isEntered(String from, String path) {
    for (String at = Directories.parent(path);
        !at.equals(from) && !at.isEmpty();
        at = Directories.parent(at)) {
      String directory = at;
      if (norecursedirs.stream().anyMatch(it -> it.matchesPath(directory))) {
        return false;
      }
    }
    return true;
  }
}
