package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.List;

/** The texts of {@code scaffold explain}. */
final class Explanation {
  private final int width;

  Explanation(int width) {
    this.width = width;
  }

  /** The decision matrix, its rows in order. */
  String matrix() {
    StringBuilder text =
        new StringBuilder("How the archetype is chosen: the first row that holds decides.\n");
    for (DecisionMatrix.Row row : DecisionMatrix.ROWS) {
      text.append("\n  ").append(row.backend().word()).append(": ").append(row.when());
      text.append(" -> ").append(row.archetype().word()).append('\n');
      text.append(wrapped("because " + row.reason(), "    "));
    }
    return text.toString();
  }

  /** What a team weighs, for both archetypes. */
  String concerns() {
    StringBuilder text =
        new StringBuilder(
            "What to weigh, if you choose with " + Questions.ARCHETYPE.option() + ":\n");
    for (Concerns of : Concerns.ALL) {
      text.append('\n').append(of.archetype().word()).append('\n').append(lines(of));
    }
    return text.toString();
  }

  /** One row, with the concerns of the archetype it gives. */
  String row(DecisionMatrix.Row row, Concerns concerns) {
    return row.when()
        + " -> "
        + row.archetype().word()
        + "\n"
        + wrapped("because " + row.reason(), "  ")
        + "\n"
        + row.archetype().word()
        + "\n"
        + lines(concerns);
  }

  private String lines(Concerns of) {
    return columns(
        List.of(
            List.of("backends", String.join(", ", Choice.words(of.backends()))),
            List.of("loop control", of.loopControl()),
            List.of("fixture/loop coupling", of.coupling()),
            List.of("structured concurrency", of.structuredConcurrency()),
            List.of("what tests share", of.shared()),
            List.of("best when", of.bestWhen())));
  }

  /** Rows of equally many cells, each column as wide as its widest cell. */
  private String columns(List<List<String>> rows) {
    int last = rows.get(0).size() - 1;
    int[] widths = new int[last];
    for (List<String> row : rows) {
      for (int i = 0; i < last; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder first = new StringBuilder("  ");
      for (int i = 0; i < last; i++) {
        first.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(Paragraph.of(row.get(last), first.toString(), " ".repeat(first.length()), width));
    }
    return text.toString();
  }

  private String wrapped(String text, String indent) {
    return Paragraph.of(text, indent, indent, width);
  }
}
