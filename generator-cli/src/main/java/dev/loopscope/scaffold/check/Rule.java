package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.suite.SuiteModel;

/**
 * One hazard that suites can have. A rule holds no state: the same object judges many suites at a
 * time, on several threads. Its page, {@code rules/<id>.md} beside this class, says the same in
 * more words and holds its tests.
 */
public interface Rule {
  /** {@code LS} and three digits. Never given to another rule. */
  String id();

  /** The hazard's name: the class's own. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** What the hazard is, in one sentence. */
  String summary();

  /** The worst severity it gives. */
  Severity severity();

  /** The fixes its findings may carry. */
  Fixes fixes();

  /**
   * Reports every place of the suite that has the hazard. What the model does not know is not
   * reported.
   */
  void check(SuiteModel model, Findings findings);
}
