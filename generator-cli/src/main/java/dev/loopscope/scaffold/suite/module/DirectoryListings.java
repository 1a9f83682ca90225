package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the directories hold, by their paths relative to the checked directory. A directory that
 * cannot be listed holds nothing.
 */
final class DirectoryListings {
  private final Path base;
  private final Snapshot snapshot;
  private final Map<String, Listing> listings = new ConcurrentHashMap<>();

  DirectoryListings(Path base, Snapshot snapshot) {
    this.base = base;
    this.snapshot = snapshot;
  }

  /** What a directory holds. */
  Listing of(String directory) {
    Listing known = listings.get(directory);
    if (known == null) {
      known = PathText.resolve(base, directory).map(snapshot::list).orElseGet(Listing::ofNoPath);
      listings.put(directory, known);
    }
    return known;
  }

  /** Whether Python finds a file at a path. That it may not be read here is another matter. */
  boolean isFile(String path) {
    return of(ProjectPath.parent(path)).mayBeFile(ProjectPath.name(path));
  }

  /** Whether Python imports a directory as a package. */
  boolean isPackage(String directory) {
    return of(directory).mayBeFile("__init__.py");
  }
}
