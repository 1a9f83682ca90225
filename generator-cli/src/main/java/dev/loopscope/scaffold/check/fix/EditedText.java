package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.edit.Edit;
import java.util.List;
import java.util.regex.Pattern;

/** A text after edits: it differs from the text before in the edits alone. */
public final class EditedText {
  private static final Pattern LINE_FEED = Pattern.compile("(?<!\r)\n");

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
      edited.append(withLineEnds(edit, text));
      done = edit.end();
    }
    return edited.append(text, done, text.length()).toString();
  }

  /** The edits as they are written into a text. */
  static List<Edit> withLineEnds(List<Edit> edits, String text) {
    return edits.stream()
        .map(it -> new Edit(it.path(), it.start(), it.end(), withLineEnds(it, text)))
        .toList();
  }

  private static String withLineEnds(Edit edit, String text) {
    // Of a long line, the end is looked for only where it is asked for.
    return edit.replacement().indexOf('\n') < 0
        ? edit.replacement()
        : LINE_FEED.matcher(edit.replacement()).replaceAll(lineEndAt(edit.start(), text));
  }

  /**
   * The line end of the line at {@code offset}, else that of the line before, else a line feed.
   * CPython ends a line at a carriage return alone, too.
   */
  private static String lineEndAt(int offset, String text) {
    int end = offset;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    if (end == text.length()) {
      end = offset - 1;
      while (end >= 0 && !isLineEnd(text.charAt(end))) {
        end--;
      }
    }
    if (end < 0) {
      return "\n";
    }
    // An offset may be between the two characters of one line end.
    boolean second = text.charAt(end) == '\n' && end > 0 && text.charAt(end - 1) == '\r';
    boolean first =
        text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
    return first || second ? "\r\n" : text.substring(end, end + 1);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
