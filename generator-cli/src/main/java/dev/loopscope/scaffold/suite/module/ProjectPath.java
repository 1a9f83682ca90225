package dev.loopscope.scaffold.suite.module;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths relative to the checked directory, with {@code /}; the directory itself is empty. */
final class ProjectPath {
  private ProjectPath() {}

  /** The path of an entry of a directory. */
  static String join(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  /** The directory that holds an entry. */
  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The last part. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Without empty parts and {@code .}; {@code ..} takes a part away, or stays in front. */
  static String normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
