package dev.loopscope.scaffold.check.rules.unrun;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.SuiteText;
import dev.loopscope.scaffold.check.evidence.SyncCode;
import dev.loopscope.scaffold.check.wording.NeededLoop;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.flow.LoopNeed;
import java.util.Optional;

/** LS044. Synchronous code of a suite calls what only code on a running loop may call. */
public final class RunningLoopInSyncTest implements Rule {
  @Override
  public String id() {
    return "LS044";
  }

  @Override
  public String summary() {
    return "A sync test, fixture or set-up method needs the running event loop, and no loop runs"
        + " there.";
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
    if (!SuiteText.lacks(model, "pytest_pyfunc_call")
        || !SuiteText.lacks(model, "pytest_runtest_call")) {
      return;
    }
    for (SyncCode code : SyncCode.of(model)) {
      model.needs(code.file(), code.function()).stream()
          .filter(need -> !isPatched(need, code))
          .findFirst()
          .flatMap(need -> finding(code, need, model))
          .ifPresent(findings::add);
    }
  }

  /** What a string of the files around names may be patched. */
  private static boolean isPatched(LoopNeed need, SyncCode code) {
    String called =
        need.call().function() instanceof Attribute attribute
            ? attribute.attr()
            : need.call().function() instanceof Name name ? name.id() : "";
    String needed = need.what().substring(need.what().lastIndexOf('.') + 1);
    return code.around().stream()
        .map(SourceFile::lastWordsOfTexts)
        .anyMatch(it -> it.contains(called) || it.contains(needed));
  }

  private Optional<Finding> finding(SyncCode code, LoopNeed need, SuiteModel model) {
    String text = code.file().text(need.call().function());
    String through =
        need.what().endsWith(text.substring(text.lastIndexOf('.') + 1))
            ? ""
            : " by `" + need.what() + "`";
    String remedy =
        switch (code.kind()) {
          case TEST -> "make `" + code.name() + "` async, or run what it calls with `asyncio.run`";
          case FIXTURE -> "make `" + code.name() + "` an async fixture";
          case SETUP -> "make an async fixture of `" + code.name() + "` that is autouse";
        };
    return NeededLoop.of(need.what(), model)
        .map(
            it ->
                Finding.of(
                        this,
                        it.severity(),
                        code.file().location(need.call()),
                        "no event loop runs while `"
                            + code.name()
                            + "` does: `"
                            + text
                            + "` raises `RuntimeError`"
                            + through,
                        remedy)
                    .forVersions(it.versions()));
  }
}
