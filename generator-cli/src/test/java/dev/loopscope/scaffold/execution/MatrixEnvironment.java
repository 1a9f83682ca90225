package dev.loopscope.scaffold.execution;

import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.execution.matrix.Combination;
import dev.loopscope.scaffold.execution.matrix.Floors;
import dev.loopscope.scaffold.execution.matrix.Matrix;
import dev.loopscope.scaffold.execution.matrix.MatrixRecord;
import dev.loopscope.scaffold.execution.matrix.Pins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Python with one choice of versions. What all suites ask for is installed together: one virtual
 * environment does for the newest, and two where suites have different floors.
 *
 * @param python the interpreter
 * @param pins which versions
 * @param contents what each of the virtual environments is asked to hold
 */
record MatrixEnvironment(Interpreter python, Pins pins, List<Set<String>> contents) {
  /** All that this machine has, oldest Python first. */
  static List<MatrixEnvironment> all(Workbench bench) {
    return bench.interpreters().stream()
        .sorted(Comparator.comparing(Interpreter::minor))
        .flatMap(python -> List.of(Pins.values()).stream().map(it -> of(python, it)))
        .toList();
  }

  static MatrixEnvironment of(Interpreter python, Pins pins) {
    MatrixEnvironment empty = new MatrixEnvironment(python, pins, List.of());
    List<Set<String>> contents = new ArrayList<>();
    for (Combination suite : empty.suites()) {
      Set<String> asked = empty.asked(suite);
      Optional<Set<String>> fitting =
          contents.stream().filter(it -> empty.agree(asked, it)).findFirst();
      fitting.ifPresentOrElse(it -> it.addAll(asked), () -> contents.add(new TreeSet<>(asked)));
    }
    return new MatrixEnvironment(python, pins, contents);
  }

  /** Those of all suites that ask for the most. */
  private List<Combination> suites() {
    return Matrix.FULL.combinations().stream()
        .filter(it -> Floors.isWidest(it) && runs(it))
        .toList();
  }

  /** Few suites that have every floor together. */
  List<Combination> suitesOfEachFloor() {
    return Floors.each(suites());
  }

  /** Whether its Python is the oldest or the newest that is here. */
  boolean isAtAnEnd(Workbench bench) {
    return bench.interpreters().stream().allMatch(it -> it.minor() <= python.minor())
        || bench.interpreters().stream().allMatch(it -> it.minor() >= python.minor());
  }

  /** Whether a suite promises to run here. */
  boolean runs(Combination suite) {
    return floor().filter(it -> suite.oldestPython().compareTo(it) <= 0).isPresent();
  }

  /** Whether a record shows what came of a suite here. */
  boolean isShownBy(MatrixRecord record, Matrix extent, Combination suite) {
    return floor().filter(it -> record.shows(extent, it, pins, suite.sharing())).isPresent();
  }

  private Optional<PythonFloor> floor() {
    return PythonFloor.ALL.stream().filter(it -> it.word().equals(python.version())).findFirst();
  }

  /** The virtual environment that a suite runs in. */
  Venv venv(Venvs venvs, Combination suite) {
    Set<String> asked = asked(suite);
    return contents.stream()
        .filter(it -> it.containsAll(asked))
        .findFirst()
        .map(it -> venvs.of(python, List.copyOf(it)))
        .orElseThrow();
  }

  private Set<String> asked(Combination suite) {
    return new TreeSet<>(pins == Pins.OLDEST ? Floors.of(suite) : Floors.requirements(suite));
  }

  /** Ranges of versions do; two floors of one distribution do not. */
  private boolean agree(Set<String> some, Set<String> others) {
    return pins == Pins.NEWEST
        || some.stream()
            .allMatch(
                one ->
                    others.stream()
                        .filter(it -> Floors.distribution(it).equals(Floors.distribution(one)))
                        .allMatch(it -> Floors.version(it).equals(Floors.version(one))));
  }

  /** Sorts as the Pythons do, the oldest versions first. */
  String inOrder() {
    return String.format(Locale.ROOT, "%03d %s", python.minor(), pins == Pins.OLDEST ? "a" : "b");
  }

  /** What its directories are called. */
  String name() {
    return python.version() + "-" + pins.word();
  }

  @Override
  public String toString() {
    return python + " with the " + pins.word() + " versions";
  }
}
