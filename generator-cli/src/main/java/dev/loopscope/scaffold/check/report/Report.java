package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Outcome;

/** A way of telling what a check found. */
public interface Report {
  /** The whole text; it ends with {@code \n}. */
  String of(Outcome outcome);
}
