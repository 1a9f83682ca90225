package dev.loopscope.scaffold.check.testimony;

import dev.loopscope.scaffold.suite.collect.UnknownPart;
import java.util.List;

/**
 * What a recorded run says of a check.
 *
 * @param file the record, as it was typed
 * @param tests how many tests ran in it
 * @param statements one for each finding, in their order
 * @param sightings what no finding told of, in the order in which it was seen
 * @param decided what check could not resolve and the run shows, in order
 */
public record Testimony(
    String file,
    int tests,
    List<TraceStatement> statements,
    List<Sighting> sightings,
    List<UnknownPart> decided) {
  /** Keeps unmodifiable copies. */
  public Testimony {
    statements = List.copyOf(statements);
    sightings = List.copyOf(sightings);
    decided = List.copyOf(decided);
  }

  /** How many findings stand so. */
  public int count(TraceStanding standing) {
    return (int) statements.stream().filter(it -> it.standing() == standing).count();
  }
}
