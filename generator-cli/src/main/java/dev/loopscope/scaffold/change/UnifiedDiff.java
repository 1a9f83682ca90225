package dev.loopscope.scaffold.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.loopscope.scaffold.refusal.Refusal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan's changes as {@code git apply} and {@code patch -p1} read them: the files' own bytes,
 * paths behind {@code a/} and {@code b/}, three lines of context, no times. There is no {@code diff
 * --git} line: behind one, git takes paths from the top of the repository, and these start where
 * the command was run. Only a file without a byte needs one, because there is no other way to say
 * that it is made, or goes.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_FILE = "/dev/null";

  /** What {@code diff} writes below a last line that has no line end. */
  private static final String NO_LINE_END = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  /**
   * The diff of every change in the plan's order, but for files without a byte, which come last:
   * git takes whatever follows their lines for more about them. Empty if no text changes.
   *
   * @throws WriteFailedException if a file's encoding has no bytes for its new text
   */
  public static byte[] of(ChangePlan plan) {
    StringBuilder texts = new StringBuilder();
    StringBuilder empty = new StringBuilder();
    for (Change change : plan.changes()) {
      String diff = diff(change);
      (diff.startsWith("diff ") ? empty : texts).append(diff);
    }
    return texts.append(empty).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Each character stands for one byte, so that any encoding and no encoding passes unharmed. */
  private static String diff(Change change) {
    String from = DiffPath.of("a/" + change.path());
    String to = DiffPath.of("b/" + change.path());
    if (change instanceof Change.Create create) {
      String after = new String(create.utf8(), StandardCharsets.ISO_8859_1);
      return after.isEmpty()
          ? "diff --git " + from + " " + to + "\nnew file mode 100644\n"
          : hunks(NO_FILE, "", to, after);
    }
    if (change instanceof Change.Delete delete) {
      String before = bytes(change, delete.before());
      return before.isEmpty()
          ? "diff --git " + from + " " + to + "\ndeleted file mode 100644\n"
          : hunks(from, before, NO_FILE, "");
    }
    if (change instanceof Change.Move move) {
      // Without a diff --git line there is no word for it.
      String old = DiffPath.of("a/" + move.from());
      return hunks(old, bytes(change, move.before()), NO_FILE, "")
          + hunks(NO_FILE, "", to, bytes(change, move.after()));
    }
    Change.Replace replace = (Change.Replace) change;
    return hunks(from, bytes(change, replace.before()), to, bytes(change, replace.after()));
  }

  private static String hunks(String from, String textBefore, String to, String textAfter) {
    List<String> before = lines(textBefore);
    List<String> after = lines(textAfter);
    List<String> written =
        UnifiedDiffUtils.generateUnifiedDiff(
            "", "", before, DiffUtils.diff(before, after), CONTEXT);
    if (written.isEmpty()) {
      return "";
    }
    StringBuilder diff = new StringBuilder();
    diff.append("--- ").append(from).append('\n');
    diff.append("+++ ").append(to).append('\n');
    // The library's own two header lines know no quotes.
    for (String line : written.subList(2, written.size())) {
      diff.append(line).append('\n');
    }
    return diff.toString();
  }

  private static String bytes(Change change, FileText file) {
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
