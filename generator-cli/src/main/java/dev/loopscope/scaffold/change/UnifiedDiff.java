package dev.loopscope.scaffold.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan's replacements as {@code git apply} and {@code patch -p1} read them: paths behind {@code
 * a/} and {@code b/}, three lines of context, no times.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** What {@code diff} writes below a last line that has no line end. */
  private static final String NO_LINE_END = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  /** The diff of every replacement in the plan's order; empty if no text changes. */
  public static String of(ChangePlan plan) {
    StringBuilder diff = new StringBuilder();
    for (Change.Replace change : plan.replacements()) {
      append(diff, change);
    }
    return diff.toString();
  }

  private static void append(StringBuilder diff, Change.Replace change) {
    List<String> before = lines(change.before().text());
    List<String> after = lines(change.after().text());
    List<String> written =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + change.path(),
            "b/" + change.path(),
            before,
            DiffUtils.diff(before, after),
            CONTEXT);
    for (String line : written) {
      diff.append(line).append('\n');
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
