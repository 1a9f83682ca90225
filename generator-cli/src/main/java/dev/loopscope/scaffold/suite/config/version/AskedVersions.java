package dev.loopscope.scaffold.suite.config.version;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The versions that suites are judged with, whatever their projects allow.
 *
 * @param newest whether the newest of what rules speak about is taken
 * @param exact the version of each of these, by normal name; they win over the newest
 */
public record AskedVersions(boolean newest, SortedMap<String, Version> exact) {
  /** Nothing is asked for: what the projects say counts. */
  public static final AskedVersions NONE = new AskedVersions(false, new TreeMap<>());

  /** The newest of everything. */
  public static final AskedVersions NEWEST = new AskedVersions(true, new TreeMap<>());

  private static final List<String> UPGRADED =
      List.of("anyio", "hypothesis", "pytest", "pytest-asyncio");

  /** Keeps an unmodifiable copy. */
  public AskedVersions {
    exact = Collections.unmodifiableSortedMap(new TreeMap<>(exact));
  }

  /** Whether nothing is asked for. */
  public boolean isNone() {
    return !newest && exact.isEmpty();
  }

  /** What is installed then, of what a project states. */
  SortedMap<String, Allowed> applied(SortedMap<String, Allowed> stated, VersionSolver solver) {
    if (isNone()) {
      return stated;
    }
    SortedMap<String, Allowed> all = new TreeMap<>(stated);
    exact.forEach(
        (name, version) ->
            all.put(name, stated.getOrDefault(name, Allowed.any(name)).named().asked(version)));
    Set<String> raised = new TreeSet<>(newest ? UPGRADED : List.of());
    free(raised, all);
    if (!solver.solvable(all)) {
      // What is asked for brings what it requires with it, whatever was pinned.
      raised.addAll(KnownReleases.distributions());
      free(raised, all);
    }
    SortedMap<String, Allowed> solved = solver.solve(all);
    for (String name : raised) {
      Optional.ofNullable(all.get(name))
          .filter(it -> !it.asked())
          .flatMap(it -> Optional.ofNullable(solved.get(name)).flatMap(Allowed::expected))
          .ifPresent(version -> all.computeIfPresent(name, (key, it) -> it.asked(version)));
    }
    return all;
  }

  private static void free(Set<String> names, SortedMap<String, Allowed> all) {
    names.forEach(name -> all.computeIfPresent(name, (key, it) -> it.asked() ? it : it.freed()));
  }
}
