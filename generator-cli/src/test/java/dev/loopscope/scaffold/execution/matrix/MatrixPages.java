package dev.loopscope.scaffold.execution.matrix;

import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.execution.matrix.MatrixRecord.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of the documentation that shows the record, and its summary among the versions. What the
 * record does not show of the matrix as it is today is called not run.
 *
 * @param record what was run
 */
record MatrixPages(MatrixRecord record) {
  static final Path PAGE = Path.of("../docs/execution-matrix.md");
  static final Path VERSIONS = Path.of("../docs/versions.md");

  private static final Pattern SUMMARY =
      Pattern.compile("<!-- matrix:.*<!-- /matrix -->\n", Pattern.DOTALL);

  private static final String HEAD =
      """
      <!-- Written by ExecutionMatrixIT with -Dmatrix=pairs, and by MatrixPagesTest with -Dgolden.update=true -->
      # The execution matrix

      Suites as `scaffold new` writes them, installed and run by pytest: each archetype, on each choice of backends that
      it takes, with each thing that tests can share and with all of them at once, at each loop scope, with and without
      Hypothesis; on each Python, with the oldest and the newest versions that their `pyproject.toml` lets in, and with a
      real PostgreSQL and Redis. That is %s suites for each Python and choice of versions, and `-Dmatrix=full` runs them
      all; `-Dmatrix=pairs` runs %s of them, so chosen that every two values meet:

      ```sh
      mvn -pl generator-cli verify -Dtest=PackagesTest -Dit.test=ExecutionMatrixIT -Dmatrix=pairs
      ```

      With `-Dmatrix.missing=true` it runs those only that are called not run below.

      A suite counts if pytest ends with exactly the tests that it should have: none failed, none skipped, no warning.
      The build runs fewer suites in the same way, and holds these counts against theirs.

      Run %s with `-Dmatrix=%s` on %s: **%s suites, %s tests passed, %s**.
      """;

  void write() throws IOException {
    Files.writeString(PAGE, page());
    Files.writeString(
        VERSIONS,
        SUMMARY
            .matcher(Files.readString(VERSIONS))
            .replaceFirst(Matcher.quoteReplacement(summary())));
  }

  String page() {
    List<Cell> cells = cells();
    long failed = cells.stream().mapToLong(Cell::failed).sum();
    StringBuilder page =
        new StringBuilder(
            HEAD.formatted(
                number(Matrix.FULL.combinations().size()),
                number(Matrix.PAIRS.combinations().size()),
                days(),
                record.extent().word(),
                record.machine(),
                number(cells.stream().mapToLong(Cell::suites).sum()),
                number(cells.stream().mapToLong(Cell::passed).sum()),
                failed == 0 ? "none failed" : number(failed) + " suites failed"));
    page.append(
        "\n## Suites and tests\n\nHow many suites ran, and how many tests passed in them.\n\n");
    List<String> head = new ArrayList<>(List.of("Python", "versions"));
    Sharing.all().forEach(sharing -> head.add(sharing.word()));
    table(page, head);
    for (Environment it : record.environments()) {
      List<String> row = new ArrayList<>(List.of(it.python(), it.pins().word()));
      cells.stream().filter(cell -> cell.of(it)).forEach(cell -> row.add(cell.text()));
      row(page, row);
    }
    page.append("\n## Not run\n\n");
    notRun(cells).forEach(line -> page.append("- ").append(line).append('\n'));
    page.append("\n## Versions\n\n");
    table(page, List.of("Python", "versions", "installed"));
    for (Environment it : record.environments()) {
      row(page, List.of(it.python(), it.pins().word(), installed(it)));
    }
    return page.toString();
  }

  /** What the page of versions shows. */
  String summary() {
    StringBuilder summary =
        new StringBuilder("<!-- matrix: written by ExecutionMatrixIT with -Dmatrix=pairs -->\n");
    table(summary, List.of("Python", "oldest versions", "newest versions"));
    List<Cell> cells = cells();
    for (PythonFloor python : PythonFloor.ALL) {
      List<String> row = new ArrayList<>(List.of(python.word()));
      for (Pins pins : Pins.values()) {
        List<Cell> those =
            cells.stream().filter(it -> it.python() == python && it.pins() == pins).toList();
        row.add(total(those));
      }
      row(summary, row);
    }
    return summary
        .append("\nRun ")
        .append(days())
        .append(", on ")
        .append(record.machine())
        .append(".\n<!-- /matrix -->\n")
        .toString();
  }

  private String days() {
    List<String> days =
        record.environments().stream()
            .flatMap(it -> it.lines().stream())
            .map(line -> line.date().toString())
            .distinct()
            .sorted()
            .toList();
    if (days.size() < 2) {
      return "on " + String.join("", days);
    }
    return "from " + days.get(0) + " to " + days.get(days.size() - 1);
  }

  private static String total(List<Cell> cells) {
    long suites = cells.stream().mapToLong(Cell::suites).sum();
    if (suites == 0) {
      return "not run";
    }
    long failed = cells.stream().mapToLong(Cell::failed).sum();
    long stale = cells.stream().filter(cell -> !cell.isRun()).count();
    return number(suites)
        + " suites, "
        + number(cells.stream().mapToLong(Cell::passed).sum())
        + " tests"
        + (failed == 0 ? "" : ", " + failed + " suites failed")
        + (stale == 0 ? "" : "; not all");
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    List<Combination> suites = record.extent().combinations();
    for (PythonFloor python : PythonFloor.ALL) {
      for (Pins pins : Pins.values()) {
        for (Sharing sharing : Sharing.all()) {
          cells.add(Cell.of(record, python, pins, sharing, suites));
        }
      }
    }
    return cells;
  }

  private List<String> notRun(List<Cell> cells) {
    Set<String> lines = new LinkedHashSet<>();
    for (PythonFloor python : PythonFloor.ALL) {
      if (record.environments().stream().noneMatch(it -> it.python().equals(python.word()))) {
        lines.add("Python " + python.word() + ": it was not on the machine.");
      } else {
        for (Combination suite : record.extent().combinations()) {
          if (suite.oldestPython().compareTo(python) > 0) {
            lines.add(
                "Python %s: suites of %s on trio, which need Python %s."
                    .formatted(python.word(), suite.sharing().word(), suite.oldestPython().word()));
          }
        }
        cells.stream()
            .filter(cell -> cell.python() == python && !cell.isRun())
            .forEach(cell -> lines.add(cell.because()));
      }
    }
    lines.add("Other systems than Linux.");
    return List.copyOf(lines);
  }

  private static String installed(Environment environment) {
    return environment.versions().entrySet().stream()
        .map(it -> it.getKey() + " " + String.join(" or ", it.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static void table(StringBuilder page, List<String> head) {
    row(page, head);
    page.append("|---".repeat(head.size())).append("|\n");
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
