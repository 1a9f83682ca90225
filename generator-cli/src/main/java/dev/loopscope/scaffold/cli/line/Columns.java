package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.text.DisplayWidth;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.List;

/** Pairs of a term and what it means, one below the other. */
public final class Columns {
  private static final int GAP = 2;

  private Columns() {}

  /**
   * The pairs, the meanings in a column of their own: below its term, if that is too long for it,
   * and all below their terms, if most are.
   *
   * @param pairs of two texts each
   */
  public static String of(List<List<String>> pairs, int width) {
    List<Integer> fitting =
        pairs.stream()
            .map(it -> DisplayWidth.of(it.get(0)))
            .filter(it -> it <= width * 2 / 5)
            .toList();
    boolean below = fitting.size() * 2 <= pairs.size();
    int column = below ? 6 : GAP + fitting.stream().max(Integer::compare).orElse(0) + GAP;
    String margin = " ".repeat(column);
    StringBuilder text = new StringBuilder();
    for (List<String> pair : pairs) {
      String term = " ".repeat(GAP) + pair.get(0);
      int gap = column - DisplayWidth.of(term);
      if (pair.get(1).isEmpty()) {
        text.append(term).append('\n');
        continue;
      }
      if (below || gap < GAP) {
        text.append(term).append('\n').append(Paragraph.of(pair.get(1), margin, margin, width));
      } else {
        text.append(Paragraph.of(pair.get(1), term + " ".repeat(gap), margin, width));
      }
    }
    return text.toString();
  }
}
