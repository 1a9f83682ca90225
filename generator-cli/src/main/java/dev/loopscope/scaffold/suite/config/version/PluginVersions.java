package dev.loopscope.scaffold.suite.config.version;

import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which versions of pytest and its plugins a project allows, over all the places that say so, and
 * which of them can be installed together.
 *
 * @param byDistribution what the project names, by normal name (PEP 503); {@code python} stands for
 *     the interpreter
 * @param solved the same, what is only named above the project, and what is required by what is
 *     named, solved together
 * @param unreadable statements that could not be read, and so widen nothing and narrow nothing
 */
public record PluginVersions(
    SortedMap<String, Allowed> byDistribution,
    SortedMap<String, Allowed> solved,
    List<UnreadableConfig> unreadable) {
  /** Keeps unmodifiable copies. */
  public PluginVersions {
    byDistribution = Collections.unmodifiableSortedMap(new TreeMap<>(byDistribution));
    solved = Collections.unmodifiableSortedMap(new TreeMap<>(solved));
    unreadable = List.copyOf(unreadable);
  }

  /** What the project says of each distribution, to be solved together with what is asked for. */
  public static PluginVersions of(
      SortedMap<String, Allowed> stated,
      AskedVersions asked,
      VersionSolver solver,
      List<UnreadableConfig> unreadable) {
    SortedMap<String, Allowed> taken = asked.applied(stated, solver);
    SortedMap<String, Allowed> solved = solver.solve(taken);
    SortedMap<String, Allowed> named = new TreeMap<>(solved);
    named.values().removeIf(it -> !it.stated());
    return new PluginVersions(named, solved, unreadable);
  }

  /** The same project, where what is asked for is installed. */
  PluginVersions asked(AskedVersions asked, VersionSolver solver) {
    return of(solved, asked, solver, unreadable);
  }

  /** What the versions that the project is judged with know and do. */
  Set<Feature> features() {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (Feature feature : Feature.values()) {
      if (allowed(feature.distribution()).expected().filter(feature::isIn).isPresent()) {
        features.add(feature);
      }
    }
    return features;
  }

  /**
   * The versions that the project is judged with: those of what it names, and those of pytest and
   * of the plugin that runs async tests.
   */
  public List<Assumption> assumptions() {
    List<Assumption> all = new ArrayList<>();
    for (String name : List.of("pytest-asyncio", "anyio", "pytest", "hypothesis")) {
      boolean runs = name.equals("pytest-asyncio") && !anyio().stated();
      if (name.equals("pytest") || runs || solved.containsKey(name)) {
        allowed(name).assumption().ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  /** What is allowed of a distribution, if the project names it. */
  public Optional<Allowed> of(String distribution) {
    return Optional.ofNullable(byDistribution.get(distribution));
  }

  /** What is allowed of a distribution; every version if the project does not name it. */
  public Allowed allowed(String distribution) {
    return Optional.ofNullable(solved.get(distribution)).orElseGet(() -> Allowed.any(distribution));
  }

  /** Of pytest. */
  public Allowed pytest() {
    return allowed("pytest");
  }

  /** Of pytest-asyncio. */
  public Allowed pytestAsyncio() {
    return allowed("pytest-asyncio");
  }

  /** Of anyio. */
  public Allowed anyio() {
    return allowed("anyio");
  }

  /** Of trio. */
  public Allowed trio() {
    return allowed("trio");
  }

  /** Of hypothesis. */
  public Allowed hypothesis() {
    return allowed("hypothesis");
  }

  /** Of the interpreter. */
  public Allowed python() {
    return allowed("python");
  }
}
