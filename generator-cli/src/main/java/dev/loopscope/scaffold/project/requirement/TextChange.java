package dev.loopscope.scaffold.project.requirement;

import java.util.Comparator;
import java.util.List;

/**
 * A replacement of characters in a file of the project.
 *
 * @param path relative to the project, with {@code /}
 * @param start offset of the first character replaced, in the text without its byte order mark
 * @param end offset behind the last one; equal to {@code start} to insert
 * @param replacement what stands there afterwards
 */
public record TextChange(String path, int start, int end, String replacement) {
  /**
   * A text with all of these changes made.
   *
   * @param changes of one file, none over another; those at one place in the order given
   */
  public static String applied(String text, List<TextChange> changes) {
    StringBuilder changed = new StringBuilder();
    int at = 0;
    for (TextChange change :
        changes.stream().sorted(Comparator.comparingInt(TextChange::start)).toList()) {
      changed.append(text, at, change.start()).append(change.replacement());
      at = change.end();
    }
    return changed.append(text, at, text.length()).toString();
  }
}
