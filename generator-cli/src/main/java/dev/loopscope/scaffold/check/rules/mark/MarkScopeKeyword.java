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
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.mark.Mark;
import java.util.List;
import java.util.Optional;

/** {@code pytest.mark.asyncio(scope=...)}. */
public final class MarkScopeKeyword implements Rule {
  private static final AffectedVersions DEPRECATED = AffectedVersions.of(Feature.LOOP_SCOPE);
  private static final String WARNING =
      "The \"scope\" keyword argument to the asyncio marker has been deprecated.";

  @Override
  public String id() {
    return "LS008";
  }

  @Override
  public String summary() {
    return "An asyncio mark gives its loop scope by the deprecated keyword `scope`.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.SAFE_OR_UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    boolean fails = model.config().warningFilters().makesError("PytestDeprecationWarning", WARNING);
    Optional<Severity> severity =
        DEPRECATED.severity(
            model.versions().pytestAsyncio(), fails ? Severity.ERROR : Severity.WARNING);
    if (severity.isEmpty()) {
      return;
    }
    for (Mark mark : new AsyncioMarks(model).read()) {
      Optional<Keyword> scope = AsyncioMarks.keyword(mark, "scope");
      if (scope.isPresent() && AsyncioMarks.keyword(mark, "loop_scope").isEmpty()) {
        findings.add(finding(model, mark, scope.orElseThrow(), severity.orElseThrow()));
      }
    }
  }

  private Finding finding(SuiteModel model, Mark mark, Keyword scope, Severity severity) {
    Allowed allowed = model.versions().pytestAsyncio();
    String effect =
        severity == Severity.ERROR
            ? "the mark's keyword `scope` is deprecated, and as warnings are errors here, its tests"
                + " are not collected"
            : "the mark's keyword `scope` is deprecated: each of its tests warns";
    Edit rename =
        new Edit(mark.file().path(), scope.start(), scope.start() + "scope".length(), "loop_scope");
    // Before 0.24, `loop_scope` would be ignored.
    boolean known = allowed.overlap(DEPRECATED.range()) == Overlap.ALL;
    return Finding.of(
            this,
            severity,
            mark.file().location(scope),
            effect,
            known
                ? "rename it to `loop_scope`"
                : "rename it to `loop_scope`, and require pytest-asyncio "
                    + Feature.LOOP_SCOPE.since()
                    + " or later")
        .forVersions(DEPRECATED.words(allowed))
        .with(
            new Fix(
                known ? Safety.SAFE : Safety.UNSAFE, "rename to `loop_scope`", List.of(rename)));
  }
}
