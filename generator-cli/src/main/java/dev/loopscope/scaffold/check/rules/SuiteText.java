package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.suite.SuiteModel;

/** Looks for words anywhere in a suite, where one of them is reason enough to say nothing. */
final class SuiteText {
  private SuiteText() {}

  /** Whether no file of the suite holds a text. */
  static boolean lacks(SuiteModel model, String text) {
    return model.files().stream().noneMatch(file -> file.source().text().contains(text));
  }
}
