package dev.loopscope.scaffold.execution;

import dev.loopscope.scaffold.execution.matrix.Combination;
import dev.loopscope.scaffold.execution.matrix.Floors;
import dev.loopscope.scaffold.execution.matrix.Matrix;
import dev.loopscope.scaffold.execution.matrix.MatrixRecord;
import dev.loopscope.scaffold.execution.matrix.Sharing;
import dev.loopscope.scaffold.execution.matrix.TestCount;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of the suites of the matrix that were run; they end side by side. */
final class MatrixRuns {
  /**
   * How one suite ended.
   *
   * @param environment where it ran
   * @param venv in which virtual environment of it
   * @param suite which suite
   * @param passed whether it ended as it should
   */
  record End(MatrixEnvironment environment, Venv venv, Combination suite, boolean passed) {
    private boolean isOf(Sharing sharing) {
      return suite.sharing().equals(sharing);
    }
  }

  private final List<End> ends = new ArrayList<>();

  synchronized void ended(End end) {
    ends.add(end);
  }

  /** What is written down of it. */
  synchronized MatrixRecord record(Matrix extent, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    Map<String, List<End>> byEnvironment = new TreeMap<>();
    ends.forEach(
        end ->
            byEnvironment
                .computeIfAbsent(end.environment().inOrder(), it -> new ArrayList<>())
                .add(end));
    return new MatrixRecord(
        extent,
        machine(),
        byEnvironment.values().stream().map(it -> environment(it, today)).toList());
  }

  private static MatrixRecord.Environment environment(List<End> ends, LocalDate today) {
    List<MatrixRecord.Line> lines = new ArrayList<>();
    for (Sharing sharing : Sharing.all()) {
      List<End> those = ends.stream().filter(end -> end.isOf(sharing)).toList();
      TestCount tests =
          those.stream()
              .filter(End::passed)
              .map(end -> TestCount.of(end.suite()))
              .reduce(new TestCount(0, 0), TestCount::plus);
      int failed = (int) those.stream().filter(end -> !end.passed()).count();
      if (!those.isEmpty()) {
        lines.add(new MatrixRecord.Line(sharing.word(), today, those.size(), tests, failed));
      }
    }
    MatrixEnvironment where = ends.get(0).environment();
    return new MatrixRecord.Environment(
        where.python().version(), where.pins(), versions(ends), lines);
  }

  private static Map<String, List<String>> versions(List<End> ends) {
    Set<String> distributions = new TreeSet<>();
    Map<String, Venv> venvs = new TreeMap<>();
    for (End end : ends) {
      Floors.of(end.suite()).forEach(floor -> distributions.add(Floors.distribution(floor)));
      venvs.put(end.venv().directory().toString(), end.venv());
    }
    Map<String, List<String>> versions = new TreeMap<>();
    for (Venv venv : venvs.values()) {
      venv.versions(distributions)
          .forEach(
              (name, version) -> {
                List<String> known = versions.computeIfAbsent(name, it -> new ArrayList<>());
                if (!known.contains(version)) {
                  known.add(version);
                  known.sort(null);
                }
              });
    }
    return versions;
  }

  private static String machine() {
    return String.join(
        ", ",
        System.getProperty("os.name"),
        "PostgreSQL "
            + number(
                Command.of("sh", "-c", "$(ls -d /usr/lib/postgresql/*/bin | tail -1)/postgres -V")),
        "Redis " + number(Command.of("redis-server", "--version")));
  }

  private static String number(Command version) {
    String output = version.run().orFail("asking a server for its version");
    return output.replaceAll("(?s)^\\D*([0-9.]+).*$", "$1");
  }
}
