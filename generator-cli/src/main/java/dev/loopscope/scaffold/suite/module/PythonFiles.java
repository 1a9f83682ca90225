package dev.loopscope.scaffold.suite.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Walks over directories for Python files. */
final class PythonFiles {
  private static final Set<String> NEVER = Set.of("__pycache__", "node_modules");

  private final Path base;
  private final DirectoryListings listings;
  private final List<ShellPattern> excluded;
  private final Set<Path> entered = new HashSet<>();
  private final Set<String> found = new TreeSet<>();
  private final Deque<String> pending = new ArrayDeque<>();
  private final Deque<String> links = new ArrayDeque<>();

  PythonFiles(Path base, DirectoryListings listings, List<String> norecursedirs) {
    this.base = base;
    this.listings = listings;
    this.excluded = norecursedirs.stream().map(ShellPattern::new).toList();
  }

  /** The paths of the files below a directory, sorted. */
  List<String> below(String directory) {
    pending.add(directory);
    while (!pending.isEmpty() || !links.isEmpty()) {
      // Links last, so that a file goes by its own path if both lead to it.
      enter(pending.isEmpty() ? links.remove() : pending.remove());
    }
    return new ArrayList<>(found);
  }

  private void enter(String directory) {
    if (!entered.add(real(directory))) {
      return;
    }
    DirectoryListings.Listing listing = listings.of(directory);
    for (String name : listing.files()) {
      if (name.endsWith(".py")) {
        found.add(ProjectPath.join(directory, name));
      }
    }
    for (String name : listing.directories()) {
      String path = ProjectPath.join(directory, name);
      if (isEntered(name, path)) {
        (listing.links().contains(name) ? links : pending).add(path);
      }
    }
  }

  private boolean isEntered(String name, String path) {
    return !name.startsWith(".")
        && !NEVER.contains(name)
        && excluded.stream().noneMatch(pattern -> pattern.matchesPath(path))
        && !isVirtualEnvironment(path);
  }

  /** By the marks that venv and conda leave, as pytest recognises them. */
  private boolean isVirtualEnvironment(String path) {
    DirectoryListings.Listing listing = listings.of(path);
    return listing.files().contains("pyvenv.cfg") || listing.directories().contains("conda-meta");
  }

  private Path real(String directory) {
    Path path = base.resolve(directory);
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
