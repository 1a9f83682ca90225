package dev.loopscope.scaffold.check.edit;

/**
 * A replacement of characters in one file.
 *
 * @param path as {@link dev.loopscope.scaffold.suite.module.Location#path()} names the file
 * @param start offset of the first character replaced, in the file's {@code SourceText}
 * @param end offset behind the last character replaced; equal to {@code start} to insert
 * @param replacement what stands there afterwards; empty to delete
 */
public record Edit(String path, int start, int end, String replacement) {
  public Edit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("an edit of " + path + " from " + start + " to " + end);
    }
  }
}
