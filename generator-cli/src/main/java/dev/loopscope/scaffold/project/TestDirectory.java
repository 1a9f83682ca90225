package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;

/**
 * Where a repository keeps its tests.
 *
 * @param path relative to the project, with {@code /}; empty for the project's own directory
 * @param reason why it is that one
 * @param places what says so
 * @param others which other directories it could be; none where the evidence decides
 */
public record TestDirectory(
    String path, String reason, List<Location> places, List<String> others) {
  /** Keeps unmodifiable copies. */
  public TestDirectory {
    places = List.copyOf(places);
    others = List.copyOf(others);
  }

  /** A path below it. */
  public String join(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  /** As it is shown: with a slash behind it. */
  public String shown() {
    return path.isEmpty() ? "./" : path + "/";
  }
}
