package dev.loopscope.scaffold.check.rules.mark;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.mark.LoopScopeArgument;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Marks of a class and its bases that name different loop scopes: the base's is the one used. */
public final class BaseAndSubclassMarksDisagree implements Rule {
  @Override
  public String id() {
    return "LS016";
  }

  @Override
  public String summary() {
    return "The asyncio mark of a base class beats the different mark of its subclass.";
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
    AsyncioMarks marks = new AsyncioMarks(model);
    Map<Mark, Boolean> always = new HashMap<>();
    for (Test test : marks.tests()) {
      List<Mark> all = test.marks(AsyncioMarks.NAME);
      boolean ofClass = !all.isEmpty() && all.get(0).level() == MarkLevel.CLASS;
      if (ofClass && test.collectedBy().isPresent()) {
        all.stream()
            .skip(1)
            .filter(mark -> loses(marks, all.get(0), mark))
            .findFirst()
            .ifPresent(
                mark ->
                    findings.add(
                        finding(
                            test.collectedBy().orElseThrow(), all.get(0), mark, marks, always)));
      }
    }
  }

  /** Whether a mark of another class states a loop scope that the winning mark overrides. */
  private static boolean loses(AsyncioMarks marks, Mark winner, Mark mark) {
    if (mark.level() != MarkLevel.CLASS || !AsyncioMarks.isScoped(mark)) {
      return false;
    }
    Optional<Scope> stated = marks.loopScope(mark).toOptional();
    Optional<Scope> used = marks.loopScope(winner).toOptional();
    return !mark.owner().equals(winner.owner())
        && stated.isPresent()
        && used.isPresent()
        && !stated.equals(used);
  }

  private Finding finding(
      SuiteClass collecting,
      Mark winner,
      Mark loser,
      AsyncioMarks marks,
      Map<Mark, Boolean> always) {
    SuiteClass base = winner.owner().orElseThrow();
    SuiteClass other = loser.owner().orElseThrow();
    Scope used = marks.loopScope(winner).toOptional().orElseThrow();
    Scope stated = marks.loopScope(loser).toOptional().orElseThrow();
    ClassRef wins = new ClassRef(base.file(), base.definition());
    boolean inherits = other.mro().classes().contains(wins);
    String keyword = AsyncioMarks.scopeArgument(loser).flatMap(Keyword::name).orElseThrow();
    String argument = keyword + "=\"" + used + "\"";
    Finding finding =
        Finding.of(
            this,
            Severity.ERROR,
            inherits ? loser.useFile().location(loser.use()) : collecting.location(),
            "the tests of `"
                + (inherits ? other.name() : collecting.name())
                + "` run on the `"
                + used
                + "` loop that the mark of `"
                + base.name()
                + "` names, and not on the `"
                + stated
                + "` loop "
                + (inherits ? "of this mark" : "that the mark of `" + other.name() + "` names"),
            inherits
                ? "write `"
                    + argument
                    + "` in this mark, or put a mark on each subclass of `"
                    + base.name()
                    + "` and none on `"
                    + base.name()
                    + "` itself"
                : "write `" + argument + "` in the mark of `" + other.name() + "` as well");
    return LoopScopeArgument.of(loser, keyword, used)
        .filter(it -> always.computeIfAbsent(loser, mark -> losesAlways(mark, used, marks)))
        .map(it -> new Fix(Safety.UNSAFE, "write `" + argument + "`", List.of(it)))
        .map(finding::with)
        .orElse(finding);
  }

  /** Whether all tests with a mark run on this loop, whatever it says. */
  private static boolean losesAlways(Mark loser, Scope used, AsyncioMarks marks) {
    return marks.tests().stream()
        .filter(
            it ->
                it.marks(AsyncioMarks.NAME).stream()
                    .anyMatch(mark -> SameNode.is(mark.expression(), loser.expression())))
        .allMatch(it -> marks.loopScope(it.marks(AsyncioMarks.NAME).get(0)).is(used));
  }
}
