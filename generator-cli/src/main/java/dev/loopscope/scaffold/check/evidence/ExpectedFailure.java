package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.mark.Mark;
import java.util.Optional;

/**
 * Tests that are there to fail: {@code xfail(strict=True)}. A hazard that makes them fail is what
 * they show, and if it went away pytest would say so.
 */
public final class ExpectedFailure {
  private ExpectedFailure() {}

  /** Whether a test has to fail. */
  public static boolean of(Test test, SuiteModel model) {
    return test.closestMark("xfail").filter(mark -> isStrict(mark, model)).isPresent();
  }

  private static boolean isStrict(Mark mark, SuiteModel model) {
    Optional<Expression> strict = mark.keyword("strict");
    if (strict.isPresent()) {
      return model.resolver().bool(mark.file(), strict.orElseThrow()).is(true);
    }
    return model
        .config()
        .setting("xfail_strict")
        .map(Setting::value)
        .filter(value -> value.equalsIgnoreCase("true"))
        .isPresent();
  }
}
