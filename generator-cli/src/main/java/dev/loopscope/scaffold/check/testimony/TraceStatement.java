package dev.loopscope.scaffold.check.testimony;

/**
 * What a run says of one finding.
 *
 * @param why what was seen, as a sentence without its full stop
 */
public record TraceStatement(TraceStanding standing, String why) {
  /** {@code confirmed: 2 tests met it on loop 2}. */
  public String words() {
    return standing.word() + ": " + why;
  }
}
