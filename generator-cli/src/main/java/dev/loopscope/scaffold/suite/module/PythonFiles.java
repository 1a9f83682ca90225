package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.files.Entry;
import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.files.PathText;
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

  private final DirectoryListings listings;
  private final List<ShellPattern> excluded;
  private final Set<Path> entered = new HashSet<>();
  private final Set<String> found = new TreeSet<>();
  private final List<FoundFiles.Missed> missed = new ArrayList<>();
  private final Deque<String> pending = new ArrayDeque<>();
  private final Deque<String> links = new ArrayDeque<>();

  PythonFiles(DirectoryListings listings, List<String> norecursedirs) {
    this.listings = listings;
    this.excluded = norecursedirs.stream().map(ShellPattern::new).toList();
  }

  /** The files below a directory. */
  FoundFiles below(String directory) {
    pending.add(directory);
    while (!pending.isEmpty() || !links.isEmpty()) {
      // Links last, so that a file goes by its own path if both lead to it.
      enter(pending.isEmpty() ? links.remove() : pending.remove());
    }
    return new FoundFiles(List.copyOf(found), missed);
  }

  private void enter(String directory) {
    Listing listing = listings.of(directory);
    if (!entered.add(listing.real())) {
      return;
    }
    listing.failure().ifPresent(why -> missed.add(new FoundFiles.Missed(directory, why)));
    listing.entries().forEach((name, entry) -> look(directory, name, entry));
    long unspelt = listing.unspelt().stream().filter(PythonFiles::isWanted).count();
    if (unspelt > 0) {
      String why =
          "holds names that are not in the character set of the locale: " + unspelt + " of them";
      missed.add(new FoundFiles.Missed(directory, PathText.inLocale(why)));
    }
  }

  private void look(String directory, String name, Entry entry) {
    if (name.endsWith(".py") && !entry.isDirectory()) {
      // What is there and cannot be read is told of where it would be read.
      if (entry.kind() != Entry.Kind.NOTHING && entry.kind() != Entry.Kind.SPECIAL) {
        found.add(ProjectPath.join(directory, name));
      }
      return;
    }
    String path = ProjectPath.join(directory, name);
    if (!isEntered(name, path)) {
      return;
    }
    switch (entry.kind()) {
      case DIRECTORY -> {
        if (!isVirtualEnvironment(path)) {
          (entry.isLink() ? links : pending).add(path);
        }
      }
      case OUTSIDE_DIRECTORY, HIDDEN -> missed.add(new FoundFiles.Missed(path, entry.reason()));
      default -> {
        // No directory.
      }
    }
  }

  private static boolean isWanted(Entry unspelt) {
    return unspelt.isDirectory() || unspelt.real().toString().endsWith(".py");
  }

  private boolean isEntered(String name, String path) {
    return !name.startsWith(".")
        && !NEVER.contains(name)
        && excluded.stream().noneMatch(pattern -> pattern.matchesPath(path));
  }

  /** By the marks that venv and conda leave, as pytest recognises them. */
  private boolean isVirtualEnvironment(String path) {
    Listing listing = listings.of(path);
    return listing.isFile("pyvenv.cfg") || listing.isDirectory("conda-meta");
  }
}
