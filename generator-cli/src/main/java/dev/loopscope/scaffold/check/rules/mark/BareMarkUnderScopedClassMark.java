package dev.loopscope.scaffold.check.rules.mark;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** A bare asyncio mark that is closer than a mark with a loop scope. */
public final class BareMarkUnderScopedClassMark implements Rule {
  @Override
  public String id() {
    return "LS017";
  }

  @Override
  public String summary() {
    return "A bare asyncio mark takes a test off the loop that the mark of its class or module"
        + " gives it.";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Fixes fixes() {
    return Fixes.UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    AsyncioMarks marks = new AsyncioMarks(model);
    Optional<Scope> byDefault = marks.byDefault().toOptional();
    for (Test test : marks.tests()) {
      List<Mark> all = test.marks(AsyncioMarks.NAME);
      if (byDefault.isEmpty() || all.size() < 2 || !all.get(0).isBare()) {
        continue;
      }
      Mark bare = all.get(0);
      Optional<Mark> outer =
          all.stream()
              .filter(mark -> isAround(mark, bare))
              .findFirst()
              .filter(AsyncioMarks::isScoped);
      Optional<Scope> scope = outer.flatMap(mark -> marks.loopScope(mark).toOptional());
      if (scope.isPresent() && !scope.equals(byDefault)) {
        findings.add(
            finding(test, bare, outer.orElseThrow(), scope.orElseThrow(), byDefault.orElseThrow()));
      }
    }
  }

  /** Whether a mark is on what a bare mark's own place is in. */
  private static boolean isAround(Mark mark, Mark bare) {
    boolean inner = bare.level() == MarkLevel.FUNCTION || bare.level() == MarkLevel.CLASS;
    boolean outer = mark.level() == MarkLevel.CLASS || mark.level() == MarkLevel.MODULE;
    return inner && outer && mark.level().compareTo(bare.level()) > 0;
  }

  private Finding finding(Test test, Mark bare, Mark outer, Scope scope, Scope byDefault) {
    String of =
        outer.level() == MarkLevel.MODULE
            ? "module"
            : "class `" + outer.owner().orElseThrow().name() + "`";
    String whose =
        bare.level() == MarkLevel.CLASS
            ? "the tests of `" + bare.owner().orElseThrow().name() + "` run"
            : "`" + test.name() + "` runs";
    Finding finding =
        Finding.of(
            this,
            Severity.WARNING,
            bare.useFile().location(bare.use()),
            "this mark without a loop scope means `"
                + byDefault
                + "`: "
                + whose
                + " on another loop than the `"
                + scope
                + "` loop of its "
                + of,
            "delete the bare mark, or write `loop_scope=\"" + byDefault + "\"` if it is meant");
    return deletion(test, bare).map(finding::with).orElse(finding);
  }

  /** Deletes a decorator that has its lines to itself. */
  @SuppressWarnings("ReferenceEquality") // The equality of nodes compares whole subtrees.
  private static Optional<Fix> deletion(Test test, Mark bare) {
    boolean decorates = test.function().decorators().stream().anyMatch(it -> it == bare.use());
    SourceFile file = bare.useFile();
    int first = file.source().lineStart(file.source().lineAt(bare.use().start()));
    int line = file.source().lineAt(bare.use().end());
    if (!decorates || line == file.source().lines()) {
      return Optional.empty();
    }
    int next = file.source().lineStart(line + 1);
    String before = file.source().text().substring(first, bare.use().start()).strip();
    String behind = file.source().text().substring(bare.use().end(), next).strip();
    return before.equals("@") && behind.isEmpty()
        ? Optional.of(
            new Fix(
                Safety.UNSAFE,
                "delete the bare mark",
                List.of(new Edit(file.path(), first, next, ""))))
        : Optional.empty();
  }
}
