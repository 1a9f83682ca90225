package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import java.util.Optional;

/**
 * The versions of a plugin that have a hazard.
 *
 * @param range which they are
 */
public record AffectedVersions(VersionRange range) {
  /** Those that have a feature. */
  public static AffectedVersions of(Feature feature) {
    return new AffectedVersions(feature.range());
  }

  /**
   * How bad the hazard is for a project: {@code worst} if a fresh install gets an affected version,
   * a warning if the project only allows one, nothing if it does not.
   */
  public Optional<Severity> severity(Allowed allowed, Severity worst) {
    if (allowed.overlap(range) == Overlap.NONE) {
      return Optional.empty();
    }
    return Optional.of(allowed.expects(range) ? worst : Severity.WARNING);
  }

  /** Which of the allowed versions have it, such as {@code pytest-asyncio >=1.0}; empty for all. */
  public String words(Allowed allowed) {
    return allowed.overlap(range) == Overlap.ALL ? "" : allowed.distribution() + " " + range;
  }
}
