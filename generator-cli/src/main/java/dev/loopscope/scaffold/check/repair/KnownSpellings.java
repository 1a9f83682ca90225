package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import java.util.Optional;

/**
 * What can be written for every version of pytest-asyncio that a project may run with. A project
 * without a lower limit gets a new version when it is installed.
 *
 * @param allowed the versions of pytest-asyncio
 */
record KnownSpellings(Allowed allowed) {
  /** Whether all of them have a feature. */
  boolean has(Feature feature) {
    boolean older = Limits.hasFloor(allowed) && allowed.overlap(feature.before()) != Overlap.NONE;
    return allowed.expects(feature.range()) && !older;
  }

  /** What a mark calls its loop scope; absent if the versions do not agree, or know none. */
  Optional<String> markKeyword() {
    if (has(Feature.LOOP_SCOPE)) {
      return Optional.of("loop_scope");
    }
    boolean newer = allowed.overlap(Feature.LOOP_SCOPE.range()) != Overlap.NONE;
    return has(Feature.SCOPED_LOOPS) && !newer ? Optional.of("scope") : Optional.empty();
  }
}
