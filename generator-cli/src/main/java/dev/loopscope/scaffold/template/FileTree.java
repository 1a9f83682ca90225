package dev.loopscope.scaffold.template;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A whole suite: files in the catalogue's order, each path once.
 *
 * @param files unmodifiable
 */
public record FileTree(List<RenderedFile> files) {
  /**
   * Keeps an unmodifiable copy.
   *
   * @throws IllegalArgumentException if a path is there twice, case aside: some file systems would
   *     make one file of the two
   */
  public FileTree {
    files = List.copyOf(files);
    Set<String> paths = new HashSet<>();
    for (RenderedFile file : files) {
      if (!paths.add(file.path().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("two files at " + file.path());
      }
    }
  }

  /** The file at {@code path}, if there is one. */
  public Optional<RenderedFile> file(String path) {
    for (RenderedFile file : files) {
      if (file.path().equals(path)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
