package dev.loopscope.scaffold.suite.config.version;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
  SortedMap<String, Allowed> applied(SortedMap<String, Allowed> stated) {
    SortedMap<String, Allowed> all = new TreeMap<>(stated);
    exact.forEach(
        (name, version) ->
            all.put(name, stated.getOrDefault(name, Allowed.any(name)).asked(version)));
    if (newest) {
      raised(stated).forEach(name -> all.computeIfPresent(name, (key, it) -> it.freed()));
    }
    if (!isNone() && !JointVersions.solvable(all)) {
      // What is asked for brings what it requires with it, whatever was pinned.
      all.replaceAll((name, it) -> it.asked() || name.equals("python") ? it : it.freed());
    }
    if (newest) {
      SortedMap<String, Allowed> solved = JointVersions.of(all);
      for (String name : raised(stated)) {
        Optional.ofNullable(solved.get(name))
            .flatMap(Allowed::expected)
            .ifPresent(version -> all.put(name, all.get(name).asked(version)));
      }
    }
    return all;
  }

  private List<String> raised(SortedMap<String, Allowed> stated) {
    return UPGRADED.stream()
        .filter(it -> stated.containsKey(it) && !exact.containsKey(it))
        .toList();
  }
}
