package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;
import java.util.Optional;

/**
 * Decides the archetype from the backends. The matrix is data: rows are tried in order, and the
 * first whose backend was asked for decides.
 */
public final class DecisionMatrix {
  /**
   * One row.
   *
   * @param backend decides if it was asked for and no row above did
   * @param when the row's condition, for readers
   * @param archetype what it decides
   * @param reason reads on from {@code because}
   */
  public record Row(Backend backend, String when, Archetype archetype, String reason) {}

  /** The rows, in the order they are tried. The last one is what is left: asyncio alone. */
  public static final List<Row> ROWS =
      List.of(
          new Row(
              Backend.TRIO,
              "trio is asked for",
              Archetype.MULTIBACKEND,
              "trio needs a runner that is not asyncio, and of the two plugins only anyio's has"
                  + " one"),
          new Row(
              Backend.UVLOOP,
              "uvloop is asked for, trio is not",
              Archetype.EXPLICIT_SCOPE,
              "uvloop is an asyncio loop: pytest-asyncio 1.4 makes it through a loop factory, and"
                  + " asyncio-only libraries stay usable"),
          new Row(
              Backend.ASYNCIO,
              "asyncio alone is asked for",
              Archetype.EXPLICIT_SCOPE,
              "asyncio alone leaves full control of the loop to pytest-asyncio"));

  private DecisionMatrix() {}

  /** The archetype that the first matching row gives. */
  public static Decision decide(Backends backends) {
    for (Row row : ROWS) {
      if (backends.contains(row.backend())) {
        return new Decision(row.archetype(), row.reason());
      }
    }
    // Unreachable: Backends is never empty, and every backend has a row.
    throw new IllegalStateException("no row for " + backends.text());
  }

  /**
   * The archetype that was asked for, or else the one that {@link #decide(Backends)} gives.
   *
   * @throws RefusalException if the archetype that was asked for cannot run all the backends
   */
  public static Decision decide(Backends backends, Optional<Archetype> asked) {
    Decision decided = decide(backends);
    if (asked.isEmpty() || asked.get() == decided.archetype()) {
      return decided;
    }
    requireRunnable(asked.get(), backends);
    return new Decision(
        asked.get(),
        Questions.ARCHETYPE.option()
            + " asked for it; "
            + backends.text()
            + " by itself gives "
            + decided.archetype().word());
  }

  /**
   * Checks that {@code archetype} can run {@code backends}.
   *
   * @throws RefusalException with the row's reason if it cannot
   */
  public static void requireRunnable(Archetype archetype, Backends backends) {
    String asked = Questions.ARCHETYPE.option();
    String on = Questions.BACKENDS.option();
    for (Row row : ROWS) {
      if (backends.contains(row.backend())
          && !Concerns.of(archetype).backends().contains(row.backend())) {
        throw new RefusalException(
            new Refusal(
                archetype.word() + " cannot run " + row.backend().word() + ": " + row.reason(),
                asked + " " + archetype.word() + " " + on + " " + backends.text(),
                "use " + asked + " " + row.archetype().word() + ", or leave " + asked + " out"));
      }
    }
  }
}
