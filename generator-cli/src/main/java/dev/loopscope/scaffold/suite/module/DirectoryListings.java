package dev.loopscope.scaffold.suite.module;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the directories hold, each read once. A directory that cannot be read holds nothing. */
final class DirectoryListings {
  /**
   * The names in one directory, sorted.
   *
   * @param files regular files, links to them included
   * @param directories directories, links to them included
   * @param links the directories that are links
   */
  record Listing(Set<String> files, Set<String> directories, Set<String> links) {}

  private static final Listing NOTHING = new Listing(Set.of(), Set.of(), Set.of());

  private final Path base;
  private final Map<String, Listing> listings = new ConcurrentHashMap<>();

  DirectoryListings(Path base) {
    this.base = base;
  }

  /** What a directory holds. */
  Listing of(String directory) {
    Listing known = listings.get(directory);
    if (known == null) {
      known = read(directory);
      listings.put(directory, known);
    }
    return known;
  }

  /** Whether a path names a regular file. */
  boolean isFile(String path) {
    return of(ProjectPath.parent(path)).files().contains(ProjectPath.name(path));
  }

  /** Whether Python imports a directory as a package. */
  boolean isPackage(String directory) {
    return of(directory).files().contains("__init__.py");
  }

  private Listing read(String directory) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(base.resolve(directory))) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
      return NOTHING;
    }
    Set<String> files = new TreeSet<>();
    Set<String> directories = new TreeSet<>();
    Set<String> links = new TreeSet<>();
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      boolean link = Files.isSymbolicLink(entry);
      Optional<BasicFileAttributes> kind = attributes(entry);
      if (kind.filter(BasicFileAttributes::isRegularFile).isPresent()) {
        files.add(name);
      } else if (kind.filter(BasicFileAttributes::isDirectory).isPresent()) {
        directories.add(name);
        if (link) {
          links.add(name);
        }
      }
    }
    return new Listing(
        Collections.unmodifiableSet(files),
        Collections.unmodifiableSet(directories),
        Collections.unmodifiableSet(links));
  }

  /** Those of what a link leads to; empty if it leads nowhere. */
  private static Optional<BasicFileAttributes> attributes(Path entry) {
    try {
      return Optional.of(Files.readAttributes(entry, BasicFileAttributes.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
