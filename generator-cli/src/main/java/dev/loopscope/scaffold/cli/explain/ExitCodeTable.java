package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.Columns;
import java.util.List;

/** How a run can end, as {@code scaffold help exit-codes} tells it. */
final class ExitCodeTable {
  /** The topic. */
  static final String TOPIC = "exit-codes";

  private ExitCodeTable() {}

  /** Each code with its meaning. */
  static String text(int width) {
    List<List<String>> pairs =
        ExitCode.meanings().entrySet().stream()
            .map(
                it ->
                    List.of(
                        " ".repeat(Math.max(0, 2 - it.getKey().length())) + it.getKey(),
                        it.getValue()))
            .toList();
    return "How a run ends:\n\n" + Columns.of(pairs, width);
  }
}
