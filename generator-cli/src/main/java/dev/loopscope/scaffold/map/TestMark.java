package dev.loopscope.scaffold.map;

import java.util.List;

/**
 * A test. Its number is its index in the panel.
 *
 * @param id as pytest names it
 * @param module the file, as it stands in the id
 * @param className the classes around it, {@code TestOrders} or {@code TestOrders::TestNew}; empty
 *     if there are none
 * @param name the rest of the id: the function, with its parameters
 * @param lanes the indexes of the lanes that it ran on, in order; empty if it ran on none
 * @param outcome what became of it
 * @param place where it is defined; empty if that is not known
 * @param notes sentences about it
 */
public record TestMark(
    String id,
    String module,
    String className,
    String name,
    List<Integer> lanes,
    MapOutcome outcome,
    String place,
    List<String> notes) {
  private static final String SEPARATOR = "::";

  /** Keeps unmodifiable copies. */
  public TestMark {
    lanes = List.copyOf(lanes);
    notes = List.copyOf(notes);
  }

  /** A test of pytest's, whose module and classes are read from its id. */
  public static TestMark of(String id, List<Integer> lanes, MapOutcome outcome, String place) {
    // What is in brackets may hold anything.
    int bracket = id.indexOf('[');
    String plain = bracket < 0 ? id : id.substring(0, bracket);
    int first = plain.indexOf(SEPARATOR);
    if (first < 0) {
      return new TestMark(id, id, "", id, lanes, outcome, place, List.of());
    }
    int last = plain.lastIndexOf(SEPARATOR);
    String classes = last > first ? plain.substring(first + SEPARATOR.length(), last) : "";
    return new TestMark(
        id,
        plain.substring(0, first),
        classes,
        id.substring(last + SEPARATOR.length()),
        lanes,
        outcome,
        place,
        List.of());
  }
}
