package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.Edit;
import java.util.List;

/** A text after edits: it differs from the text before in the edits alone. */
public final class EditedText {
  private EditedText() {}

  /**
   * Applies edits that do not overlap. Line feeds of a replacement become the line ends that the
   * text has around it.
   *
   * @param edits in the order of the text
   */
  public static String of(String text, List<Edit> edits) {
    StringBuilder edited = new StringBuilder();
    int done = 0;
    for (Edit edit : edits) {
      edited.append(text, done, edit.start());
      edited.append(edit.replacement().replace("\n", lineEndAt(edit.start(), text)));
      done = edit.end();
    }
    return edited.append(text, done, text.length()).toString();
  }

  /** The line end of the line at {@code offset}, else that of the line before, else a line feed. */
  private static String lineEndAt(int offset, String text) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      end = text.lastIndexOf('\n');
    }
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }
}
