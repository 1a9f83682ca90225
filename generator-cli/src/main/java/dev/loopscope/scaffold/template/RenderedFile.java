package dev.loopscope.scaffold.template;

import java.nio.charset.StandardCharsets;

/**
 * One file of a suite.
 *
 * @param path relative, with {@code /} between its names
 * @param text what is in it, with {@code \n} at line ends
 */
public record RenderedFile(String path, String text) {
  /**
   * Validates the path: it stays below the directory it is put into.
   *
   * @throws IllegalArgumentException if it does not
   */
  public RenderedFile {
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\\') >= 0) {
        throw new IllegalArgumentException("not a path below a directory: " + path);
      }
    }
  }

  /** The file's bytes; a fresh array. */
  public byte[] utf8() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
