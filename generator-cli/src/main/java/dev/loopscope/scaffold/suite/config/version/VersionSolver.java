package dev.loopscope.scaffold.suite.config.version;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Solves what projects of one run allow together with what releases require. Many projects of a
 * repository state the same, and are solved once. Safe for use by several threads.
 */
public final class VersionSolver {
  private final ConcurrentMap<Problem, Optional<JointVersions>> solved = new ConcurrentHashMap<>();
  private final ConcurrentMap<Problem, Boolean> changes = new ConcurrentHashMap<>();

  /** What matters of what is stated. */
  private record Problem(
      SortedMap<String, VersionRange> ranges, SortedMap<String, Optional<Version>> locked) {
    static Problem of(SortedMap<String, Allowed> stated) {
      Problem problem = new Problem(new TreeMap<>(), new TreeMap<>());
      stated.forEach(
          (name, it) -> {
            if (JointVersions.CONCERNED.contains(name)) {
              problem.ranges.put(name, it.range());
              problem.locked.put(name, it.locked());
            }
          });
      return problem;
    }
  }

  /**
   * The same, with what can be installed of each; and what is said nowhere, but required by what is
   * said. What contradicts itself stays as it was stated.
   */
  SortedMap<String, Allowed> solve(SortedMap<String, Allowed> stated) {
    SortedMap<String, Allowed> all = new TreeMap<>(stated);
    solution(stated).ifPresent(it -> it.apply(all));
    return all;
  }

  /** Whether what is stated contradicts nothing. */
  boolean solvable(SortedMap<String, Allowed> stated) {
    return solution(stated).isPresent();
  }

  private Optional<JointVersions> solution(SortedMap<String, Allowed> stated) {
    return solved.computeIfAbsent(Problem.of(stated), problem -> JointVersions.of(stated));
  }

  /**
   * Whether the newest releases know or do something else than those that a project is judged with.
   */
  public boolean changesWithUpgrade(PluginVersions versions) {
    return changes.computeIfAbsent(
        Problem.of(versions.solved()),
        problem ->
            !versions.features().equals(versions.asked(AskedVersions.NEWEST, this).features()));
  }
}
