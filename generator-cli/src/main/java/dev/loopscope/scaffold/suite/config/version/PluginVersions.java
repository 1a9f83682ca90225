package dev.loopscope.scaffold.suite.config.version;

import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which versions of pytest and its plugins a project allows, over all the places that say so.
 *
 * @param byDistribution by normal name (PEP 503); {@code python} stands for the interpreter
 * @param unreadable statements that could not be read, and so widen nothing and narrow nothing
 */
public record PluginVersions(
    SortedMap<String, Allowed> byDistribution, List<UnreadableConfig> unreadable) {
  /** Keeps unmodifiable copies. */
  public PluginVersions {
    byDistribution = Collections.unmodifiableSortedMap(new TreeMap<>(byDistribution));
    unreadable = List.copyOf(unreadable);
  }

  /** What is allowed of a distribution, if the project names it. */
  public Optional<Allowed> of(String distribution) {
    return Optional.ofNullable(byDistribution.get(distribution));
  }

  /** What is allowed of a distribution; every version if the project does not name it. */
  public Allowed allowed(String distribution) {
    return of(distribution).orElseGet(() -> Allowed.any(distribution));
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
