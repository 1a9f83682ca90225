package dev.loopscope.scaffold.check.rules.unrun;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.fixture.AsyncFixtureInstead;
import dev.loopscope.scaffold.check.edit.fixture.AsyncFunctionInstead;
import dev.loopscope.scaffold.check.evidence.MissingMark;
import dev.loopscope.scaffold.check.evidence.SuiteText;
import dev.loopscope.scaffold.check.evidence.SyncCode;
import dev.loopscope.scaffold.check.wording.AsyncFixtureWords;
import dev.loopscope.scaffold.check.wording.NeededLoop;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.loop.LoopCall;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.value.LoopNeed;
import java.util.List;
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
    return Fixes.UNSAFE;
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
          case TEST ->
              "make `"
                  + code.name()
                  + "` async"
                  + mark(code, model).map(it -> " and mark it with `" + it + "`").orElse("")
                  + ", or run what it calls with `asyncio.run`";
          case FIXTURE -> "make `" + code.name() + "` " + AsyncFixtureWords.one(model);
          case SETUP -> "make an async fixture of `" + code.name() + "` that is autouse";
        };
    Optional<Finding> found =
        NeededLoop.of(need.what(), model)
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
    return found.map(it -> fix(code, model).map(it::with).orElse(it));
  }

  private static List<Test> tests(SyncCode code, SuiteModel model) {
    return model.tests().stream()
        .filter(it -> SameNode.is(it.function(), code.function()))
        .toList();
  }

  /** The mark that the tests of a function need as soon as they are async. */
  private static Optional<String> mark(SyncCode code, SuiteModel model) {
    return tests(code, model).stream().findFirst().flatMap(it -> MissingMark.of(it, model));
  }

  private static Optional<Fix> fix(SyncCode code, SuiteModel model) {
    if (code.kind() == SyncCode.Kind.FIXTURE) {
      return model.fixtures().stream()
          .filter(it -> SameNode.is(it.function(), code.function()))
          .findFirst()
          .flatMap(it -> AsyncFixtureInstead.of(it, model));
    }
    List<Test> tests = tests(code, model);
    Optional<String> mark = mark(code, model);
    boolean run =
        tests.stream()
            .allMatch(
                it ->
                    it.given().isEmpty()
                        && MissingMark.of(it, model).equals(mark)
                        && (mark.isPresent() || MissingMark.isRunWithout(it, model)));
    boolean drives = !LoopCall.of(code.file(), code.function(), model.resolver()).isEmpty();
    return tests.isEmpty() || !run || drives
        ? Optional.empty()
        : AsyncFunctionInstead.edits(code.file(), code.function(), mark)
            .map(it -> new Fix(Safety.UNSAFE, "make it async", it));
  }
}
