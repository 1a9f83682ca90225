package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the directory of a project's tests: what {@code testpaths} say, else where tests are. */
final class TestDirectories {
  private static final Set<String> NAMES = Set.of("tests", "test", "testing", "unittests");

  /** Directories of what is shown or taken over, whose tests are not those of the project. */
  private static final Set<String> NOT_ITS_OWN =
      Set.of(
          "examples",
          "example",
          "docs",
          "doc",
          "benchmarks",
          "samples",
          "vendor",
          "_vendor",
          "vendored",
          "_vendored",
          "third_party",
          "templates");

  private final ConfigFiles files;
  private final List<TestModule> modules;

  /**
   * A module with tests.
   *
   * @param path relative to the project
   * @param place its first test
   * @param async how many of its tests are async
   */
  record TestModule(String path, Location place, int async) {}

  TestDirectories(ConfigFiles files, List<TestModule> modules) {
    this.files = files;
    this.modules = List.copyOf(modules);
  }

  /**
   * The directory.
   *
   * @param config of the project's own directory
   */
  TestDirectory find(PytestConfig config) {
    return named(config).orElseGet(this::seen);
  }

  private Optional<TestDirectory> named(PytestConfig config) {
    Optional<Setting> setting = config.setting("testpaths");
    List<String> paths =
        config.testpaths().stream()
            .map(it -> it.replaceFirst("^\\./", "").replaceFirst("/+$", ""))
            .filter(it -> !it.isEmpty() && !it.equals(".") && isDirectory(it))
            .distinct()
            .toList();
    List<String> holding = paths.stream().filter(it -> count(it) > 0).toList();
    List<String> candidates =
        holding.isEmpty() ? paths : holding.stream().map(this::within).distinct().toList();
    if (setting.isEmpty() || candidates.isEmpty()) {
      return Optional.empty();
    }
    List<String> ranked = ranked(candidates);
    List<String> others =
        ranked.subList(1, ranked.size()).stream()
            .filter(it -> rank(it) == rank(ranked.get(0)))
            .toList();
    return Optional.of(
        new TestDirectory(
            ranked.get(0), "testpaths", List.of(setting.orElseThrow().location()), others));
  }

  /**
   * Where the tests are in a directory that {@code testpaths} name: of a package whose tests are in
   * directories of their own, the one that is called after tests, for the others hold what is
   * shipped. Itself where tests lie in it, or in several such directories of its parts.
   */
  private String within(String path) {
    if (isNamed(path)) {
      return path;
    }
    Set<String> roots = new TreeSet<>();
    below(path).forEach(it -> roots.add(root(it.path())));
    boolean apart = roots.stream().allMatch(it -> isNamed(it) && it.startsWith(path + "/"));
    List<String> own = roots.stream().filter(it -> it.indexOf('/', path.length() + 1) < 0).toList();
    return apart && (roots.size() == 1 || own.size() == 1)
        ? (own.isEmpty() ? roots.iterator().next() : own.get(0))
        : path;
  }

  private boolean isDirectory(String path) {
    return path.indexOf('*') < 0
        && files.snapshot().entry(files.base().resolve(path).normalize()).isDirectory()
        && files.base().resolve(path).normalize().startsWith(files.base());
  }

  private static boolean isNamed(String path) {
    return NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  /** A directory at the top that is called after tests comes before one below, and any other. */
  private static int rank(String path) {
    return NAMES.contains(path) ? 0 : isNamed(path) ? 1 : 2;
  }

  private List<String> ranked(List<String> candidates) {
    Comparator<String> byName = Comparator.comparing(TestDirectories::rank);
    return candidates.stream()
        .sorted(byName.thenComparing(it -> -async(it)).thenComparing(it -> -count(it)))
        .toList();
  }

  private int count(String directory) {
    return (int) below(directory).count();
  }

  private int async(String directory) {
    return below(directory).mapToInt(TestModule::async).sum();
  }

  private Stream<TestModule> below(String directory) {
    return modules.stream()
        .filter(it -> directory.isEmpty() || it.path().startsWith(directory + "/"));
  }

  /** Where test modules are. */
  private TestDirectory seen() {
    Map<String, Integer> roots = new LinkedHashMap<>();
    modules.forEach(it -> roots.merge(root(it.path()), 1, Integer::sum));
    if (roots.isEmpty()) {
      return new TestDirectory(conventional(), "there are no tests", List.of(), List.of());
    }
    List<String> candidates = new ArrayList<>(ownFirst(roots.keySet()));
    Comparator<String> byDepth = Comparator.comparing(TestDirectories::rank);
    candidates.sort(byDepth.thenComparing(it -> -roots.getOrDefault(it, 0)));
    String first = candidates.get(0);
    boolean decided =
        candidates.size() == 1
            || (NAMES.contains(first) && candidates.stream().filter(NAMES::contains).count() == 1)
            || (isNamed(first)
                && candidates.stream().filter(TestDirectories::isNamed).count() == 1);
    List<Location> places = below(first).limit(1).map(TestModule::place).toList();
    return new TestDirectory(
        first,
        "tests are there",
        places,
        decided ? List.of() : candidates.subList(1, candidates.size()));
  }

  /** Those that are the project's own; all if none is. */
  private static List<String> ownFirst(Collection<String> roots) {
    List<String> own =
        roots.stream()
            .filter(it -> Stream.of(it.split("/", -1)).noneMatch(TestDirectories::isNotItsOwn))
            .toList();
    return own.isEmpty() ? List.copyOf(roots) : own;
  }

  private static boolean isNotItsOwn(String part) {
    return NOT_ITS_OWN.contains(part) || part.contains("{{");
  }

  private String conventional() {
    return List.of("tests", "test").stream().filter(this::isDirectory).findFirst().orElse("tests");
  }

  /** The outermost directory called after tests around a module, else its outermost one. */
  private static String root(String path) {
    String[] parts = path.split("/", -1);
    StringBuilder at = new StringBuilder();
    for (int i = 0; i < parts.length - 1; i++) {
      at.append(i == 0 ? "" : "/").append(parts[i]);
      if (NAMES.contains(parts[i])) {
        return at.toString();
      }
    }
    return parts.length == 1 ? "" : parts[0];
  }
}
