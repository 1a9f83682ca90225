package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.ForeignUse;
import dev.loopscope.scaffold.check.evidence.ForeignUseGroup;
import dev.loopscope.scaffold.check.wording.LoopOrigin;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.Scope;

/** A test that gets an async fixture of another loop. */
public final class TestLoopDiffersFromFixtureLoop implements Rule {
  @Override
  public String id() {
    return "LS002";
  }

  @Override
  public String summary() {
    return "A test runs on another event loop than an async fixture that it uses.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.NONE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    ForeignUseGroup.of(model).forEach(it -> report(model, it, findings));
  }

  private void report(SuiteModel model, ForeignUseGroup group, Findings findings) {
    ForeignUse use = group.shown();
    LoopOrigin origin = new LoopOrigin(model);
    Finding finding =
        Finding.of(
            this,
            use.certain() ? Severity.ERROR : Severity.WARNING,
            group.location(),
            who(use.test(), group.tests().size() - 1)
                + " on the `"
                + use.loop()
                + "` loop ("
                + origin.of(use.test())
                + ") with "
                + use.what().map(it -> it + ", left by ").orElse("")
                + "`"
                + use.fixture().name()
                + "` "
                + whose(use, origin)
                + ", "
                + use.foreign().consequence(),
            remedy(use, origin));
    findings.add(origin.caused(finding, use.fixture()));
  }

  private static String whose(ForeignUse use, LoopOrigin origin) {
    if (use.first()) {
      return "of the loop of the test that uses it first";
    }
    return use.itsLoop()
        .map(loop -> "of the `" + loop + "` loop (" + origin.of(use.fixture()) + ")")
        .orElse("of a loop that it ran by hand");
  }

  private static String remedy(ForeignUse use, LoopOrigin origin) {
    Scope scope = use.fixture().scope().toOptional().orElse(Scope.SESSION);
    String tests =
        origin.remedy(use.test(), use.loop(), use.fixture(), use.itsLoop().orElse(scope));
    if (use.first() || use.itsLoop().isPresent()) {
      return tests;
    }
    String said =
        scope == Scope.FUNCTION || !origin.spellsLoopScope()
            ? ""
            : " with `loop_scope=\"" + scope + "\"`";
    return "make `"
        + use.fixture().name()
        + "` an async fixture"
        + said
        + (use.loop() == scope ? "" : ", and " + tests);
  }

  private static String who(Test test, int others) {
    String first = "`" + test.name() + "`";
    if (others == 0) {
      return first + " runs";
    }
    return first
        + " and "
        + others
        + (others == 1 ? " other test of this module run" : " other tests of this module run");
  }
}
