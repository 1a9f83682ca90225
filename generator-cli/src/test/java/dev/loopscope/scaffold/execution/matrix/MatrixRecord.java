package dev.loopscope.scaffold.execution.matrix;

import dev.loopscope.scaffold.answers.value.PythonFloor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of the matrix when it was last run.
 *
 * @param extent how much of it was run
 * @param machine what it ran on, in words
 * @param environments in the order they are shown
 */
public record MatrixRecord(Matrix extent, String machine, List<Environment> environments) {

  /** Where it is kept, from the directory of the module. */
  public static final Path FILE = Path.of("src/test/resources/execution/matrix.tsv");

  private static final String HEAD =
      "# Written by ExecutionMatrixIT with -Dmatrix=pairs or -Dmatrix=full.\n"
          + "# suites: python, pins, what tests share, day, suites, tests that passed, tests that"
          + " are expected to fail, suites that failed\n";

  /** Keeps an unmodifiable copy. */
  public MatrixRecord {
    environments = List.copyOf(environments);
  }

  /**
   * What came of it on one Python with one choice of versions.
   *
   * @param python the version: {@code 3.11}
   * @param pins which versions
   * @param versions of what was installed, by distribution; two if different suites got different
   *     ones
   * @param lines one for each thing that tests share
   */
  public record Environment(
      String python, Pins pins, Map<String, List<String>> versions, List<Line> lines) {
    /** Keeps unmodifiable copies. */
    public Environment {
      versions = new TreeMap<>(versions);
      lines = List.copyOf(lines);
    }

    private int minor() {
      return Integer.parseInt(python.substring(python.indexOf('.') + 1));
    }

    private Environment with(Environment older) {
      Map<String, List<String>> installed = new TreeMap<>(versions);
      older.versions.forEach(
          (name, others) ->
              installed.merge(
                  name,
                  others,
                  (some, more) ->
                      Stream.concat(some.stream(), more.stream()).distinct().sorted().toList()));
      List<Line> all = new ArrayList<>();
      for (Sharing sharing : Sharing.all()) {
        line(sharing).or(() -> older.line(sharing)).ifPresent(all::add);
      }
      return new Environment(python, pins, installed, all);
    }

    Optional<Line> line(Sharing sharing) {
      return lines.stream().filter(line -> line.sharing().equals(sharing.word())).findFirst();
    }
  }

  /**
   * What came of all suites that share one thing.
   *
   * @param sharing what they share
   * @param date the day
   * @param suites how many were run
   * @param tests how their tests ended
   * @param failed how many suites had other ends than those
   */
  public record Line(String sharing, LocalDate date, int suites, TestCount tests, int failed) {}

  Optional<Environment> environment(String python, Pins pins) {
    return environments.stream()
        .filter(it -> it.python().equals(python) && it.pins() == pins)
        .findFirst();
  }

  /** Reads what {@link #text} wrote. */
  static MatrixRecord parse(String text) {
    Map<String, String> said = new LinkedHashMap<>();
    Map<String, Map<String, List<String>>> versions = new LinkedHashMap<>();
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    for (String row : text.lines().filter(it -> !it.startsWith("#")).toList()) {
      List<String> cells = Arrays.asList(row.split("\t", -1));
      switch (cells.get(0)) {
        case "versions" -> versions.put(key(cells), versions(cells.subList(3, cells.size())));
        case "suites" ->
            lines.computeIfAbsent(key(cells), it -> new ArrayList<>()).add(line(cells));
        default -> said.put(cells.get(0), cells.get(1));
      }
    }
    List<Environment> environments = new ArrayList<>();
    versions.forEach(
        (key, installed) -> {
          String[] names = key.split(" ", 2);
          environments.add(
              new Environment(
                  names[0], Pins.valueOf(names[1]), installed, lines.getOrDefault(key, List.of())));
        });
    return new MatrixRecord(
        Matrix.valueOf(said.getOrDefault("extent", "")),
        said.getOrDefault("machine", ""),
        environments);
  }

  private static String key(List<String> cells) {
    return cells.get(1) + " " + cells.get(2);
  }

  private static Map<String, List<String>> versions(List<String> cells) {
    Map<String, List<String>> versions = new TreeMap<>();
    for (String cell : cells) {
      String[] words = cell.split(" ", -1);
      versions.put(words[0], List.of(words).subList(1, words.length));
    }
    return versions;
  }

  private static Line line(List<String> cells) {
    return new Line(
        cells.get(3),
        LocalDate.parse(cells.get(4)),
        Integer.parseInt(cells.get(5)),
        new TestCount(Integer.parseInt(cells.get(6)), Integer.parseInt(cells.get(7))),
        Integer.parseInt(cells.get(8)));
  }

  /** As it is kept. */
  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    row(text, List.of("extent", extent.name()));
    row(text, List.of("machine", machine));
    for (Environment it : environments) {
      List<String> cells = new ArrayList<>(List.of("versions", it.python(), it.pins().name()));
      it.versions().forEach((name, versions) -> cells.add(name + " " + String.join(" ", versions)));
      row(text, cells);
      for (Line line : it.lines()) {
        row(
            text,
            List.of(
                "suites",
                it.python(),
                it.pins().name(),
                line.sharing(),
                line.date().toString(),
                Integer.toString(line.suites()),
                Integer.toString(line.tests().passed()),
                Integer.toString(line.tests().refused()),
                Integer.toString(line.failed())));
      }
    }
    return text.toString();
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append(String.join("\t", cells)).append('\n');
  }

  /** Reads the one that is kept. */
  public static MatrixRecord kept() {
    try {
      return parse(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it shows a run of {@code extent} with this suite and all like it as they are today. */
  public boolean shows(Matrix extent, PythonFloor python, Pins pins, Sharing sharing) {
    return extent == this.extent
        && Cell.of(this, python, pins, sharing, extent.combinations()).isRun();
  }

  /**
   * This one, with what {@code older} says of other suites on the same machine.
   *
   * @param older an older one
   */
  MatrixRecord with(MatrixRecord older) {
    if (older.extent != extent || !older.machine.equals(machine)) {
      return this;
    }
    List<Environment> all = new ArrayList<>(environments);
    for (Environment it : older.environments) {
      Optional<Environment> newer = environment(it.python(), it.pins());
      newer.ifPresent(all::remove);
      all.add(newer.map(more -> more.with(it)).orElse(it));
    }
    all.sort(Comparator.comparing(Environment::minor).thenComparing(Environment::pins));
    return new MatrixRecord(extent, machine, all);
  }

  /** Keeps this one with what is kept of other suites, and shows it on the pages. */
  public void keep() {
    try {
      MatrixRecord all = with(kept());
      Files.writeString(FILE, all.text());
      new MatrixPages(all).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
