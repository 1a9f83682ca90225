package dev.loopscope.scaffold.check.rules.mark;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.source.DecoratorRemoval;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Mark;
import java.util.Optional;

/** LS027. pytest ignores a mark on a fixture, and refuses it from version 9 on. */
public final class MarkOnFixture implements Rule {
  private static final AffectedVersions REFUSING =
      AffectedVersions.of(Feature.MARK_ON_FIXTURE_REFUSED);

  @Override
  public String id() {
    return "LS027";
  }

  @Override
  public String summary() {
    return "A mark on a fixture has no effect, and pytest 9 refuses it.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.SAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    for (Fixture fixture : model.fixtures()) {
      for (Mark mark : fixture.marks()) {
        findings.add(finding(fixture, mark, model.versions().pytest()));
      }
    }
  }

  private Finding finding(Fixture fixture, Mark mark, Allowed pytest) {
    Optional<Severity> refused = REFUSING.severity(pytest, Severity.ERROR);
    String message =
        refused.isPresent()
            ? "pytest refuses a mark on a fixture: because of `"
                + fixture.name()
                + "`, no test of this file is collected"
            : "pytest ignores the mark on `" + fixture.name() + "`";
    Finding finding =
        Finding.of(
                this,
                refused.orElse(Severity.WARNING),
                mark.useFile().location(mark.use()),
                message,
                "remove the mark; what it was meant to say belongs on the tests")
            .forVersions(refused.isPresent() ? REFUSING.words(pytest) : "");
    return DecoratorRemoval.fix(mark.useFile(), fixture.function(), mark.use(), "remove the mark")
        .map(finding::with)
        .orElse(finding);
  }
}
