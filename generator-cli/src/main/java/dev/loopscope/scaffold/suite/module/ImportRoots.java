package dev.loopscope.scaffold.suite.module;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The directories that modules are imported from. */
final class ImportRoots {
  /**
   * Where the modules are searched that a file imports, in order.
   *
   * @param certain directories that are on the path when the file runs
   * @param possible directories that another file or the way pytest is started may have put there
   * @param known what names have led to
   */
  record Roots(List<String> certain, List<String> possible, Map<String, ModuleLookup> known) {}

  private final DirectoryListings listings;
  private final List<String> configured;
  private final Map<String, Roots> ofTests = new ConcurrentHashMap<>();
  private final Map<String, Roots> ofOthers = new ConcurrentHashMap<>();

  ImportRoots(DirectoryListings listings, List<String> configured) {
    this.listings = listings;
    this.configured = configured.stream().map(ProjectPath::normal).distinct().toList();
  }

  List<String> configured() {
    return configured;
  }

  /** The directories for the imports of a file. */
  Roots of(SourceFile file) {
    String directory = file.directory();
    return isLoadedByPytest(file.path())
        ? ofTests.computeIfAbsent(directory, it -> search(it, true))
        : ofOthers.computeIfAbsent(directory, it -> search(it, listings.isPackage(it)));
  }

  private static boolean isLoadedByPytest(String path) {
    String name = ProjectPath.name(path);
    return name.equals("conftest.py") || name.startsWith("test_") || name.endsWith("_test.py");
  }

  private Roots search(String directory, boolean fromAbove) {
    Set<String> certain = new LinkedHashSet<>();
    if (fromAbove) {
      certain.add(above(directory));
    }
    certain.addAll(configured);
    certain.add("");
    certain.add("src");
    Set<String> possible = new LinkedHashSet<>();
    String at = directory;
    while (!at.isEmpty()) {
      // A package's own directory is no place to import from: its modules go by longer names.
      if (!listings.isPackage(at)) {
        possible.add(at);
        possible.add(ProjectPath.join(at, "src"));
      }
      at = ProjectPath.parent(at);
    }
    possible.removeAll(certain);
    return new Roots(List.copyOf(certain), List.copyOf(possible), new ConcurrentHashMap<>());
  }

  /** The first directory upwards that is no package: what pytest's {@code prepend} imports from. */
  String above(String directory) {
    String at = directory;
    while (!at.isEmpty() && listings.isPackage(at)) {
      at = ProjectPath.parent(at);
    }
    return at;
  }
}
