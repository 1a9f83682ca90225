package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.StatedRange;
import dev.loopscope.scaffold.suite.config.version.Version;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The statements that have to change before what was asked for can be installed. */
final class RaisedPins {
  private RaisedPins() {}

  /** One note for each, in order. */
  static List<Note> of(List<CheckedSuite> suites) {
    Set<Note> notes = new TreeSet<>(Note.IN_ORDER);
    for (CheckedSuite suite : suites) {
      for (Allowed allowed : suite.versions().byDistribution().values()) {
        allowed.locked().filter(it -> allowed.asked()).ifPresent(it -> add(allowed, it, notes));
      }
    }
    return List.copyOf(notes);
  }

  private static void add(Allowed allowed, Version version, Set<Note> notes) {
    for (StatedRange stated : allowed.statements()) {
      if (!stated.allows(version) && stated.kind() != StatedRange.Kind.ENVIRONMENT) {
        notes.add(
            new Note(
                stated.location().path(),
                stated.location().line(),
                "rules out "
                    + allowed.distribution()
                    + " "
                    + version
                    + ", with which this was judged: "
                    + (stated.kind() == StatedRange.Kind.LOCK ? "lock anew" : "raise it")));
      }
    }
  }
}
