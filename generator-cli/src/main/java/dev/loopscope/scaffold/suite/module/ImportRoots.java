package dev.loopscope.scaffold.suite.module;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The directories that modules are imported from. */
final class ImportRoots {
  private final DirectoryListings listings;
  private final List<String> configured;
  private final Map<String, List<String>> rootsByDirectory = new ConcurrentHashMap<>();

  ImportRoots(DirectoryListings listings, List<String> configured) {
    this.listings = listings;
    this.configured = configured.stream().map(ProjectPath::normal).distinct().toList();
  }

  List<String> configured() {
    return configured;
  }

  /** The directories for a file in {@code directory}, in the order they are searched in. */
  List<String> from(String directory) {
    return rootsByDirectory.computeIfAbsent(directory, this::search);
  }

  private List<String> search(String directory) {
    Set<String> roots = new LinkedHashSet<>();
    roots.add(above(directory));
    roots.addAll(configured);
    roots.add("");
    roots.add("src");
    String at = directory;
    while (!at.isEmpty()) {
      // A package's own directory is no place to import from: its modules go by longer names.
      if (!listings.isPackage(at)) {
        roots.add(at);
        roots.add(ProjectPath.join(at, "src"));
      }
      at = ProjectPath.parent(at);
    }
    return List.copyOf(roots);
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
