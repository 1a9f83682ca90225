package dev.loopscope.scaffold.suite.module;

import java.util.List;

/**
 * What a walk over directories found.
 *
 * @param paths of the Python files, sorted
 * @param missed where more may be, in the order they were come upon
 */
public record FoundFiles(List<String> paths, List<Missed> missed) {
  /** Keeps unmodifiable copies. */
  public FoundFiles {
    paths = List.copyOf(paths);
    missed = List.copyOf(missed);
  }

  /**
   * A directory that was not looked into, or not into all of it.
   *
   * @param path relative to the checked directory, with {@code /}; empty for itself
   * @param reason as what follows its name
   */
  public record Missed(String path, String reason) {}
}
