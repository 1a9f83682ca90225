package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.suite.SuiteModel;

/**
 * An ignore comment that ignores nothing, or does not say why it ignores. Only who has seen the
 * findings of all other rules can tell, so the checker reports it.
 */
public final class UnusedIgnore implements Rule {
  @Override
  public String id() {
    return "LS000";
  }

  @Override
  public String summary() {
    return "An ignore comment ignores nothing, names no rule, or gives no reason.";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Fixes fixes() {
    return Fixes.NONE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    // Not the suite's own: see above.
  }
}
