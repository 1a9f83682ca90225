package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.config.Allowed;
import dev.loopscope.scaffold.suite.config.Overlap;
import dev.loopscope.scaffold.suite.config.VersionRange;
import java.util.Optional;

/**
 * What a project's limits say about versions that are too old. A project without a lower limit is
 * taken to use a new version, because that is what it gets when it is installed.
 */
final class Limits {
  private Limits() {}

  /** Whether the project states a version that none may be older than. */
  static boolean hasFloor(Allowed allowed) {
    return allowed.range().floor().isPresent();
  }

  /**
   * How bad it is that versions are too old: {@code worst} if a fresh install gets one, a warning
   * if the limits let one in.
   */
  static Optional<Severity> severity(Allowed allowed, VersionRange tooOld, Severity worst) {
    if (allowed.expects(tooOld)) {
      return Optional.of(worst);
    }
    boolean letIn = hasFloor(allowed) && allowed.overlap(tooOld) != Overlap.NONE;
    return letIn ? Optional.of(Severity.WARNING) : Optional.empty();
  }
}
