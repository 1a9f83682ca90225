package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedSession;
import java.util.Map;
import java.util.Optional;

/** The versions that a run was with. */
record TracedVersions(Trace trace) {
  /**
   * The version of a distribution that the run was with, if it is not one of those that a finding
   * holds for.
   *
   * @param held as findings say it: {@code pytest-asyncio >=1.0}; empty for all
   */
  Optional<String> outside(String held) {
    int space = held.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    String name = held.substring(0, space);
    Optional<VersionRange> range = VersionRange.parse(held.substring(space + 1));
    return version(name)
        .filter(
            it ->
                range
                    .flatMap(of -> Version.parse(it).map(version -> !of.contains(version)))
                    .orElse(false))
        .map(it -> name + " " + it);
  }

  private Optional<String> version(String name) {
    return trace.sessions().stream()
        .findFirst()
        .flatMap(it -> name.equals("pytest") ? Optional.of(it.pytest()) : plugin(it, name));
  }

  private static Optional<String> plugin(TracedSession session, String name) {
    Map<String, String> plugins = session.plugins();
    return Optional.ofNullable(plugins.get(name));
  }
}
