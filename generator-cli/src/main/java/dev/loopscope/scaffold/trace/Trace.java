package dev.loopscope.scaffold.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run was seen to do.
 *
 * @param sessions the processes that ran tests, by name
 * @param loops by number
 * @param fixtures by number
 * @param tests in the order of each process
 * @param crossings in the order of the tests
 * @param lies in the order in which they were seen
 * @param leftRunning loops that were running when a test was over
 * @param moduleObjects globals that live on loops that are gone
 * @param files the SHA-256 of the project's files that were read, by path
 * @param failures what went wrong in the record itself; empty if all went well
 * @param whole whether every process came to its end
 */
public record Trace(
    List<TracedSession> sessions,
    Map<Numbered, TracedLoop> loops,
    Map<Numbered, TracedFixture> fixtures,
    List<TracedTest> tests,
    List<Crossing> crossings,
    List<Lie> lies,
    List<LeftRunning> leftRunning,
    List<ModuleObject> moduleObjects,
    Map<String, String> files,
    List<String> failures,
    boolean whole) {
  /** Whether all was recorded of a run that had tests: else nothing seen means nothing. */
  public boolean isKnown() {
    return !tests.isEmpty() && failures.isEmpty() && whole;
  }

  /** The loop of a number, in the same process. */
  public Optional<TracedLoop> loop(String worker, int number) {
    return Optional.ofNullable(loops.get(new Numbered(worker, number)));
  }
}
