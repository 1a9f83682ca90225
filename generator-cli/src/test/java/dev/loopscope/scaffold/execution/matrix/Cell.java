package dev.loopscope.scaffold.execution.matrix;

import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.execution.matrix.MatrixRecord.Environment;
import dev.loopscope.scaffold.execution.matrix.MatrixRecord.Line;
import java.util.List;
import java.util.Optional;

/**
 * Suites that share one thing, in one environment: as they are today, and as they were run.
 *
 * @param python the Python
 * @param pins the versions
 * @param sharing what they share
 * @param run what came of them; none if they were not run, or are others today
 * @param because why there is none
 */
record Cell(PythonFloor python, Pins pins, Sharing sharing, Optional<Line> run, String because) {

  static Cell of(
      MatrixRecord record,
      PythonFloor python,
      Pins pins,
      Sharing sharing,
      List<Combination> extent) {
    List<Combination> today =
        extent.stream()
            .filter(it -> it.sharing().equals(sharing))
            .filter(it -> it.oldestPython().compareTo(python) <= 0)
            .toList();
    Optional<Environment> environment = record.environment(python.word(), pins);
    Optional<Line> line = environment.flatMap(it -> it.line(sharing));
    String where =
        "Python %s, %s versions: suites of %s, which "
            .formatted(python.word(), pins.word(), sharing.word());
    if (environment.isEmpty()) {
      String none = "Python %s, %s versions.".formatted(python.word(), pins.word());
      return new Cell(python, pins, sharing, Optional.empty(), none);
    }
    if (line.isEmpty()) {
      return new Cell(python, pins, sharing, Optional.empty(), where + "were not there then.");
    }
    if (!counts(today, line.get())) {
      return new Cell(python, pins, sharing, Optional.empty(), where + "have other tests today.");
    }
    if (pins == Pins.OLDEST && !floorsWereRun(widest(sharing, python), environment.orElseThrow())) {
      return new Cell(python, pins, sharing, Optional.empty(), where + "ask for others today.");
    }
    return new Cell(python, pins, sharing, line, "");
  }

  /**
   * All suites, whether the extent has them or not: which of them has a floor is not its concern.
   */
  private static List<Combination> widest(Sharing sharing, PythonFloor python) {
    return Matrix.FULL.combinations().stream()
        .filter(it -> it.sharing().equals(sharing) && Floors.isWidest(it))
        .filter(it -> it.oldestPython().compareTo(python) <= 0)
        .toList();
  }

  private static boolean counts(List<Combination> today, Line line) {
    TestCount tests =
        today.stream().map(TestCount::of).reduce(new TestCount(0, 0), TestCount::plus);
    return line.suites() == today.size() && (line.failed() > 0 || line.tests().equals(tests));
  }

  private static boolean floorsWereRun(List<Combination> suites, Environment environment) {
    for (String floor : Floors.of(suites)) {
      List<String> installed =
          environment.versions().getOrDefault(Floors.distribution(floor), List.of());
      if (installed.stream().noneMatch(it -> isSame(it, Floors.version(floor)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(String version, String other) {
    return shortened(version).equals(shortened(other));
  }

  /** 8.4.0 is 8.4. */
  private static String shortened(String version) {
    return version.replaceAll("(\\.0)+$", "");
  }

  boolean of(Environment environment) {
    return python.word().equals(environment.python()) && pins == environment.pins();
  }

  boolean isRun() {
    return run.isPresent();
  }

  int suites() {
    return run.map(Line::suites).orElse(0);
  }

  int passed() {
    return run.map(line -> line.tests().passed()).orElse(0);
  }

  int failed() {
    return run.map(Line::failed).orElse(0);
  }

  String text() {
    return run.map(
            line ->
                "%d, %s tests%s"
                    .formatted(
                        line.suites(),
                        MatrixPages.number(line.tests().passed()),
                        line.failed() == 0 ? "" : "; " + line.failed() + " failed"))
        .orElse("not run");
  }
}
