package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.MapOutcome;

/**
 * The marks of tests: each outcome has a shape of its own, so that colour is not all that tells.
 */
final class SvgMarks {
  private SvgMarks() {}

  static void draw(MapOutcome outcome, double x, double y, Elements drawn) {
    switch (outcome) {
      case PASSED -> drawn.circle("passed", x, y, 6);
      case FAILED ->
          drawn.path(
              "failed",
              "M"
                  + Elements.number(x - 7)
                  + " "
                  + Elements.number(y - 4)
                  + "l3-3 4 4 4-4 3 3-4 4 4 4-3 3-4-4-4 4-3-3 4-4z");
      case ERROR ->
          drawn.path(
              "error", "M" + Elements.number(x) + " " + Elements.number(y - 8) + "l8 14h-16z");
      case SKIPPED -> drawn.circle("skipped", x, y, 5);
      case NOT_RUN -> drawn.rectangle("not-run", x - 5, y - 5, 10, 10, 2);
    }
  }
}
