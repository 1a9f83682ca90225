package dev.loopscope.scaffold.execution.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the pages show of a record. */
class MatrixPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

  /** A record as the command writes it when all is as it should be, of one Python. */
  private static MatrixRecord green(UnaryOperator<MatrixRecord.Line> changed, String sqlalchemy) {
    List<MatrixRecord.Line> lines = new ArrayList<>();
    for (Sharing sharing : Sharing.all()) {
      List<Combination> suites =
          Matrix.PAIRS.combinations().stream().filter(it -> it.sharing().equals(sharing)).toList();
      TestCount tests =
          suites.stream().map(TestCount::of).reduce(new TestCount(0, 0), TestCount::plus);
      lines.add(changed.apply(new MatrixRecord.Line(sharing.word(), DAY, suites.size(), tests, 0)));
    }
    Map<String, List<String>> versions = new TreeMap<>();
    for (String floor : Floors.of(Matrix.FULL.combinations())) {
      versions
          .computeIfAbsent(Floors.distribution(floor), it -> new ArrayList<>())
          .add(Floors.version(floor) + ".0");
    }
    versions.put("sqlalchemy", List.of(sqlalchemy));
    return new MatrixRecord(
        Matrix.PAIRS,
        "Linux",
        List.of(new MatrixRecord.Environment("3.11", Pins.OLDEST, versions, lines)));
  }

  @Test
  void pagesShowTheRecordThatIsKept() throws IOException {
    MatrixPages pages = new MatrixPages(MatrixRecord.kept());
    if (Boolean.getBoolean("golden.update")) {
      pages.write();
    }
    assertThat(Files.readString(MatrixPages.PAGE)).isEqualTo(pages.page());
    assertThat(Files.readString(MatrixPages.VERSIONS)).contains(pages.summary());
  }

  @Test
  void versionsNameWhatSuitesAskFor() throws IOException {
    TreeSet<String> asked = new TreeSet<>();
    for (Combination suite : Matrix.FULL.combinations()) {
      if (Floors.isWidest(suite)) {
        asked.addAll(Floors.requirements(suite));
      }
    }
    assertThat(asked).hasSizeGreaterThan(14);
    assertThat(Files.readString(MatrixPages.VERSIONS))
        .contains(asked.stream().map(it -> "`" + it + "`").toList());
  }

  @Test
  void recordThatIsKeptReadsAsItWasWritten() throws IOException {
    String text = Files.readString(MatrixRecord.FILE);
    assertThat(MatrixRecord.parse(text).text()).isEqualTo(text);
  }

  @Test
  void everyPythonAndKindIsShown() {
    MatrixPages pages = new MatrixPages(green(line -> line, "2.0.31"));
    assertThat(pages.page()).contains(ResourceKind.ALL.stream().map(ResourceKind::word).toList());
    assertThat(pages.summary()).contains(PythonFloor.ALL.stream().map(PythonFloor::word).toList());
  }

  @Test
  void whatWasRunAsItIsTodayIsShown() {
    MatrixPages pages = new MatrixPages(green(line -> line, "2.0.31"));
    assertThat(pages.page()).contains("none failed").doesNotContain("today.", "there then.");
    assertThat(pages.summary())
        .contains(Matrix.PAIRS.combinations().size() + " suites, ")
        .doesNotContain("not all");
  }

  @Test
  void pythonThatIsNotInTheRecordIsNotRun() {
    MatrixPages pages = new MatrixPages(green(line -> line, "2.0.31"));
    assertThat(pages.page()).contains("- Python 3.14: it was not on the machine.\n");
    assertThat(pages.summary()).contains("| 3.14 | not run | not run |\n");
  }

  @Test
  void kindThatIsNotInTheRecordIsNotRun() {
    MatrixPages pages = new MatrixPages(without("redis"));
    assertThat(pages.page())
        .contains("- Python 3.11, oldest versions: suites of redis, which were not there then.\n");
    assertThat(pages.summary()).contains("; not all |");
  }

  @Test
  void suitesThatHaveOtherTestsTodayAreNotRun() {
    MatrixRecord record =
        green(
            line ->
                line.sharing().equals("echo")
                    ? new MatrixRecord.Line(
                        "echo", DAY, line.suites(), line.tests().plus(new TestCount(1, 0)), 0)
                    : line,
            "2.0.31");
    assertThat(new MatrixPages(record).page())
        .contains("- Python 3.11, oldest versions: suites of echo, which have other tests today.\n")
        .contains("| 3.11 | oldest | not run | ");
  }

  @Test
  void suitesWithAnotherFloorTodayAreNotRun() {
    assertThat(new MatrixPages(green(line -> line, "1.4.0")).page())
        .contains("suites of postgres, sqlalchemy, which ask for others today.\n")
        .doesNotContain("suites of redis");
  }

  @Test
  void suitesThatFailedAreCounted() {
    MatrixRecord record =
        green(
            line ->
                line.sharing().equals("redis")
                    ? new MatrixRecord.Line("redis", DAY, line.suites(), new TestCount(7, 2), 3)
                    : line,
            "2.0.31");
    MatrixPages pages = new MatrixPages(record);
    assertThat(pages.page()).contains("7 tests; 3 failed", ", 3 suites failed**");
    assertThat(pages.summary()).contains(", 3 suites failed");
  }

  @Test
  void recordReadsAsItWasWritten() {
    MatrixRecord record = green(line -> line, "2.0.31");
    assertThat(MatrixRecord.parse(record.text())).isEqualTo(record);
  }

  @Test
  void whatIsRunLaterIsAddedToTheRecord() {
    MatrixRecord all = green(line -> line, "2.0.31");
    MatrixRecord later =
        only(
            "redis",
            green(
                line ->
                    new MatrixRecord.Line(
                        line.sharing(),
                        DAY.plusDays(1),
                        line.suites(),
                        line.tests(),
                        line.failed()),
                "2.1.9"));

    MatrixRecord both = later.with(without("redis"));

    assertThat(both.shows(Matrix.PAIRS, PythonFloor.PYTHON_3_11, Pins.OLDEST, redis())).isTrue();
    assertThat(both.environments().get(0).lines()).hasSameSizeAs(all.environments().get(0).lines());
    assertThat(both.environments().get(0).versions())
        .containsEntry("sqlalchemy", List.of("2.0.31", "2.1.9"));
    assertThat(new MatrixPages(both).summary()).contains("\nRun from 2026-11-29 to 2026-11-30");
  }

  @Test
  void recordOfAnotherExtentIsReplaced() {
    MatrixRecord older = green(line -> line, "2.0.31");
    MatrixRecord full = new MatrixRecord(Matrix.FULL, "Linux", List.of());
    assertThat(full.with(older)).isEqualTo(full);
    assertThat(older.shows(Matrix.FULL, PythonFloor.PYTHON_3_11, Pins.OLDEST, redis())).isFalse();
  }

  @Test
  void recordDoesNotShowWhatIsNotInIt() {
    MatrixRecord record = without("redis");
    assertThat(record.shows(Matrix.PAIRS, PythonFloor.PYTHON_3_11, Pins.OLDEST, redis())).isFalse();
    assertThat(record.shows(Matrix.PAIRS, PythonFloor.PYTHON_3_12, Pins.OLDEST, redis())).isFalse();
  }

  private static Sharing redis() {
    return Sharing.all().stream().filter(it -> it.word().equals("redis")).findFirst().orElseThrow();
  }

  private static MatrixRecord only(String sharing, MatrixRecord record) {
    MatrixRecord.Environment all = record.environments().get(0);
    return new MatrixRecord(
        record.extent(),
        record.machine(),
        List.of(
            new MatrixRecord.Environment(
                all.python(),
                all.pins(),
                all.versions(),
                all.lines().stream().filter(it -> it.sharing().equals(sharing)).toList())));
  }

  private static MatrixRecord without(String sharing) {
    MatrixRecord record = green(line -> line, "2.0.31");
    MatrixRecord.Environment all = record.environments().get(0);
    return new MatrixRecord(
        record.extent(),
        record.machine(),
        List.of(
            new MatrixRecord.Environment(
                all.python(),
                all.pins(),
                all.versions(),
                all.lines().stream().filter(it -> !it.sharing().equals(sharing)).toList())));
  }
}
