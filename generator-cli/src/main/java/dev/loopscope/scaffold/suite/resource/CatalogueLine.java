package dev.loopscope.scaffold.suite.resource;

import java.util.Arrays;
import java.util.List;

/**
 * What was observed of one object of a library, made in one way.
 *
 * @param library its distribution; {@code asyncio} for Python's own
 * @param version with which it was observed
 * @param names qualified names, the first the one that people import; {@code X().method} is what a
 *     method of an {@code X} gives
 * @param made the ways to make it, each of which binds it alike: {@code call}, {@code await},
 *     {@code async with}, {@code with}, {@code decorator}, or {@code .method()} of what was called
 * @param bound when it becomes one of a loop
 * @param outcomes what happens on another loop
 * @param error the part of the error that does not change from run to run
 * @param circumstance what was special; empty for the usual case
 * @param when what the call has to say for the line to hold
 * @param readable whether a call can show it; if not, the line is for people
 * @param holds the arguments that the object is as harmless as
 * @param note more in words
 * @param evidence how it is known
 */
public record CatalogueLine(
    String library,
    String version,
    List<String> names,
    List<String> made,
    BoundWhen bound,
    Outcomes outcomes,
    String error,
    String circumstance,
    List<CallCondition> when,
    boolean readable,
    List<CallArgument> holds,
    String note,
    String evidence) {
  private static final int COLUMNS = 15;
  private static final String NOT_READABLE = "-";

  public CatalogueLine {
    names = List.copyOf(names);
    made = List.copyOf(made);
    when = List.copyOf(when);
    holds = List.copyOf(holds);
  }

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it does not have the form of the catalogue
   */
  static CatalogueLine of(String line) {
    List<String> cells = Cells.of(line, "\t");
    if (cells.size() != COLUMNS) {
      throw new IllegalArgumentException(cells.size() + " columns: " + line);
    }
    String when = cells.get(11);
    boolean readable = !when.equals(NOT_READABLE);
    return new CatalogueLine(
        cells.get(0),
        cells.get(1),
        Cells.of(cells.get(2), " | "),
        Cells.of(cells.get(3), " or "),
        BoundWhen.of(cells.get(4)),
        new Outcomes(cells.get(5), cells.get(6), cells.get(7), cells.get(8)),
        cells.get(9),
        cells.get(10),
        Cells.of(readable ? when : "", " ").stream().map(CallCondition::of).toList(),
        readable,
        Cells.of(cells.get(12), " ").stream().map(CallArgument::of).toList(),
        cells.get(13),
        cells.get(14));
  }

  /** The name that people import. */
  public String name() {
    return names.get(0);
  }

  /** What happens to a test on another loop, while the object's loop is open if that was seen. */
  public OnAnotherLoop onAnotherLoop() {
    OnAnotherLoop open = outcomes.whileItsLoopIsOpen();
    return open == OnAnotherLoop.UNKNOWN ? outcomes.onceItsLoopIsClosed() : open;
  }

  /** What becomes of one that a module makes while it is imported. */
  public MadeAtImport madeAtImport() {
    if (!made.contains("call")) {
      return MadeAtImport.NOT_SAID;
    }
    return switch (bound) {
      case RUNNING_LOOP -> MadeAtImport.NEEDS_RUNNING_LOOP;
      case CURRENT_LOOP -> MadeAtImport.FUTURE;
      case IS_A_LOOP -> MadeAtImport.LOOP;
      case FIRST_WAIT -> MadeAtImport.BINDS_WHEN_IT_WAITS;
      case FIRST_USE ->
          outcomes.madeOutside().isBound()
              ? MadeAtImport.BINDS_AT_FIRST_USE
              : MadeAtImport.NOT_SAID;
      case OPENED, FIRST_USE_HIDDEN, CLOSED_WITH_LOOP, NEVER, NOT_SAID -> MadeAtImport.NOT_SAID;
    };
  }

  /** Texts between separators; none of an empty text. */
  private static final class Cells {
    static List<String> of(String text, String separator) {
      if (text.isEmpty()) {
        return List.of();
      }
      String[] cells = new String[COLUMNS];
      int count = 0;
      int from = 0;
      while (from >= 0) {
        int at = text.indexOf(separator, from);
        if (count == cells.length) {
          cells = Arrays.copyOf(cells, 2 * count);
        }
        cells[count] = at < 0 ? text.substring(from) : text.substring(from, at);
        count++;
        from = at < 0 ? at : at + separator.length();
      }
      return List.of(Arrays.copyOf(cells, count));
    }
  }
}
