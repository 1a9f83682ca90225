package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import java.util.Optional;

/**
 * What a project's limits say about versions that are too old. A project without a lower limit is
 * taken to use a new version, because that is what it gets when it is installed.
 */
public final class Limits {
  private Limits() {}

  /** Whether the project states a version that none may be older than. */
  public static boolean hasFloor(Allowed allowed) {
    return allowed.range().floor().isPresent();
  }

  /**
   * How bad it is that versions are too old: {@code worst} if a fresh install gets one, a warning
   * if the limits let one in.
   */
  public static Optional<Severity> severity(Allowed allowed, VersionRange tooOld, Severity worst) {
    if (allowed.expects(tooOld)) {
      return Optional.of(worst);
    }
    boolean letIn = hasFloor(allowed) && allowed.overlap(tooOld) != Overlap.NONE;
    return letIn ? Optional.of(Severity.WARNING) : Optional.empty();
  }
}
