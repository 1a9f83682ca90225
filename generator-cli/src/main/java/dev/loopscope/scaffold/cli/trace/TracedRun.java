package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Trace;
import java.util.List;

/**
 * A run of pytest that was recorded.
 *
 * @param directory as it was typed
 * @param python what ran it
 * @param version of that
 * @param pytest the version of pytest
 * @param exit what pytest exited with
 * @param trace what was recorded
 * @param causes of the crossings
 * @param advice what mends them
 */
record TracedRun(
    String directory,
    ChosenPython python,
    String version,
    String pytest,
    int exit,
    Trace trace,
    List<CrossingCause> causes,
    Advice advice) {
  TracedRun {
    causes = List.copyOf(causes);
  }
}
