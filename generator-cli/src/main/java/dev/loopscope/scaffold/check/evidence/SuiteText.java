package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;

/** Looks for words anywhere in a suite, where one of them is reason enough to say nothing. */
public final class SuiteText {
  private SuiteText() {}

  /** Whether no file of the suite holds a text. */
  public static boolean lacks(SuiteModel model, String text) {
    return !model.mentions(text);
  }
}
