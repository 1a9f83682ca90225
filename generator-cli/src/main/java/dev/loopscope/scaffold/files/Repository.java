package dev.loopscope.scaffold.files;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where a project ends. */
public final class Repository {
  private static final String MARK = ".git";

  private Repository() {}

  /**
   * The nearest directory upwards that is a repository of Git, or the directory itself.
   *
   * @param directory absolute
   */
  public static Path around(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (isAt(at)) {
        return at;
      }
    }
    return directory;
  }

  /** Whether a directory is the root of a repository of Git. */
  public static boolean isAt(Path directory) {
    // A worktree has a file of this name.
    return Files.exists(directory.resolve(MARK), LinkOption.NOFOLLOW_LINKS);
  }
}
