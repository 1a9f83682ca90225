package dev.loopscope.scaffold.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan's replacements as {@code git apply} and {@code patch -p1} read them: the files' own bytes,
 * paths behind {@code a/} and {@code b/}, three lines of context, no times. There is no {@code diff
 * --git} line: behind one, git takes paths from the top of the repository, and these start where
 * the command was run.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** What {@code diff} writes below a last line that has no line end. */
  private static final String NO_LINE_END = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  /**
   * The diff of every replacement in the plan's order; empty if no text changes.
   *
   * @throws WriteFailedException if a file's encoding has no bytes for its new text
   */
  public static byte[] of(ChangePlan plan) {
    ByteArrayOutputStream diff = new ByteArrayOutputStream();
    for (Change.Replace change : plan.replacements()) {
      diff.writeBytes(hunks(change).getBytes(StandardCharsets.ISO_8859_1));
    }
    return diff.toByteArray();
  }

  /** Each character stands for one byte, so that any encoding and no encoding passes unharmed. */
  private static String hunks(Change.Replace change) {
    List<String> before = lines(bytes(change, change.before()));
    List<String> after = lines(bytes(change, change.after()));
    List<String> written =
        UnifiedDiffUtils.generateUnifiedDiff(
            "", "", before, DiffUtils.diff(before, after), CONTEXT);
    if (written.isEmpty()) {
      return "";
    }
    StringBuilder diff = new StringBuilder();
    diff.append("--- ").append(DiffPath.of("a/" + change.path())).append('\n');
    diff.append("+++ ").append(DiffPath.of("b/" + change.path())).append('\n');
    // The library's own two header lines know no quotes.
    for (String line : written.subList(2, written.size())) {
      diff.append(line).append('\n');
    }
    return diff.toString();
  }

  private static String bytes(Change.Replace change, FileText file) {
    try {
      return new String(file.encoded(), StandardCharsets.ISO_8859_1);
    } catch (CharacterCodingException e) {
      throw new WriteFailedException(
          new Refusal(
              "the new text has a character that " + file.charset().name() + " cannot spell",
              change.path(),
              "give the file an encoding that can, such as UTF-8, or fix it by hand"),
          e);
    }
  }

  /**
   * Lines end at {@code \n} alone, as in {@code diff}: a carriage return is part of its line. The
   * remark on a missing line end is part of the last line, so that adding a line end is a change.
   */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start) + NO_LINE_END);
    }
    return lines;
  }
}
