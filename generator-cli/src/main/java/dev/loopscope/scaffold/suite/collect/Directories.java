package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Paths of directories, relative to the checked one, with {@code /}; empty for itself. */
public final class Directories {
  private Directories() {}

  /**
   * The directories around a file, outermost first, from the root directory down.
   *
   * @param root the root directory; {@code .} for the checked one, starting with {@code ..} if it
   *     is above it
   */
  static List<String> below(String root, SourceFile file) {
    List<String> found = new ArrayList<>();
    for (String at = file.directory(); ; at = parent(at)) {
      if (isInside(normal(root), at)) {
        found.add(0, at);
      }
      if (at.isEmpty()) {
        return found;
      }
    }
  }

  /** Whether a directory is another one or stands below it. */
  static boolean isInside(String outer, String inner) {
    return outer.isEmpty() || inner.equals(outer) || inner.startsWith(outer + "/");
  }

  /** A root directory in the form of this class: above the checked one counts as itself. */
  public static String normal(String root) {
    return root.equals(".") || root.startsWith("..") ? "" : root;
  }

  /** A path below a directory: {@code ./} and closing separators are taken off. */
  public static String join(String directory, String path) {
    String plain = path.startsWith("./") ? path.substring(2) : path;
    plain = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    if (plain.equals(".") || plain.isEmpty()) {
      return directory;
    }
    return directory.isEmpty() ? plain : directory + "/" + plain;
  }

  /** The directory that holds this one; empty for one at the top. */
  public static String parent(String directory) {
    int slash = directory.lastIndexOf('/');
    return slash < 0 ? "" : directory.substring(0, slash);
  }
}
