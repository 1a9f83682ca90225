package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionDeletion;
import dev.loopscope.scaffold.check.edit.mark.ScopeWord;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code loop_scope="sesion"}, in a mark, a fixture or an option. */
public final class LoopScopeValueInvalid implements Rule {
  private static final AffectedVersions WITH_LOOP_SCOPE = AffectedVersions.of(Feature.LOOP_SCOPE);
  private static final AffectedVersions WITH_TEST_DEFAULT =
      AffectedVersions.of(Feature.TEST_DEFAULT);
  private static final AffectedVersions VALIDATING = AffectedVersions.of(Feature.CHECKED_DEFAULTS);
  private static final AffectedVersions WITHOUT_FIXTURE_SCOPE =
      AffectedVersions.of(Feature.NO_FIXTURE_SCOPE_DEFAULT);
  private static final String ANY = "write `function`, `class`, `module` or `session`";

  @Override
  public String id() {
    return "LS010";
  }

  @Override
  public String summary() {
    return "A loop scope is given a value that pytest-asyncio does not know.";
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
    for (Mark mark : new AsyncioMarks(model).read()) {
      Optional<Keyword> argument = AsyncioMarks.scopeArgument(mark);
      argument
          .flatMap(it -> invalid(model, mark.file(), it.value()))
          .ifPresent(
              value ->
                  report(
                      model,
                      findings,
                      WITH_LOOP_SCOPE,
                      mark.file().location(argument.orElseThrow().value()),
                      "the mark's loop scope `" + value + "` stops the collection of its tests",
                      corrected(mark.file(), argument.orElseThrow().value(), value)));
    }
    for (Fixture fixture : model.fixtures()) {
      checkFixture(model, fixture, findings);
    }
    if (!model.config().blocks("asyncio")) {
      checkOption(model, "asyncio_default_fixture_loop_scope", WITH_LOOP_SCOPE, findings);
      checkOption(model, "asyncio_default_test_loop_scope", WITH_TEST_DEFAULT, findings);
    }
  }

  private void checkFixture(SuiteModel model, Fixture fixture, Findings findings) {
    if (fixture.maker() != Maker.PYTEST_ASYNCIO) {
      return;
    }
    Optional<Keyword> argument = fixture.decoratorKeyword("loop_scope");
    argument
        .flatMap(it -> invalid(model, fixture.decoratorFile(), it.value()))
        .ifPresent(
            value ->
                report(
                    model,
                    findings,
                    WITH_LOOP_SCOPE,
                    fixture.decoratorFile().location(argument.orElseThrow().value()),
                    "there is no loop of scope `"
                        + value
                        + "`: every test that uses `"
                        + fixture.name()
                        + "` fails in its setup",
                    corrected(fixture.decoratorFile(), argument.orElseThrow().value(), value)));
  }

  private void checkOption(
      SuiteModel model, String option, AffectedVersions readIn, Findings findings) {
    Optional<Setting> setting = model.config().setting(option);
    if (setting.filter(it -> it.kind() == Setting.Kind.TEXT).isEmpty()) {
      return;
    }
    String value = setting.orElseThrow().value();
    boolean ofFixtures = option.equals("asyncio_default_fixture_loop_scope");
    if (Scope.named(value).isPresent()) {
      return;
    }
    AffectedVersions affected = readIn;
    if (ofFixtures && value.isEmpty()) {
      // Before, an empty value was the same as none.
      affected = VALIDATING;
    } else if (ofFixtures && value.equals("fixture-scope")) {
      affected = WITHOUT_FIXTURE_SCOPE;
    }
    report(
        model,
        findings,
        affected,
        setting.orElseThrow().location(),
        "pytest-asyncio does not know the value `"
            + value
            + "` of `"
            + option
            + "`, and no test"
            + " that depends on it runs",
        affected.equals(WITHOUT_FIXTURE_SCOPE)
            ? deleted(setting.orElseThrow())
            : corrected(setting.orElseThrow()));
  }

  /** What to do about a value, and the edit that does it. */
  private record Correction(String remedy, Optional<Fix> fix) {}

  private static Correction corrected(SourceFile file, Expression value, String word) {
    return nearest(word)
        .map(
            scope ->
                new Correction(
                    "write `\"" + scope + "\"`",
                    ScopeWord.edit(file, value, scope).map(it -> fix(Safety.UNSAFE, scope, it))))
        .orElseGet(() -> new Correction(ANY, Optional.empty()));
  }

  private static Correction corrected(Setting setting) {
    String value = setting.value();
    Location place = setting.location();
    boolean quoted = value.matches("\"\\w+\"|'\\w+'");
    String word = quoted ? value.substring(1, value.length() - 1) : value;
    Optional<String> exact = quoted ? Scope.named(word).map(Scope::word) : Optional.empty();
    Optional<String> meant = exact.or(() -> nearest(word));
    if (meant.isEmpty()) {
      return new Correction(ANY, Optional.empty());
    }
    String scope = meant.orElseThrow();
    String written = place.path().endsWith(".toml") ? '"' + scope + '"' : scope;
    Edit edit = new Edit(place.path(), place.start(), place.end(), written);
    return new Correction(
        "write `" + setting.key() + " = " + written + "`",
        Optional.of(fix(exact.isPresent() ? Safety.SAFE : Safety.UNSAFE, scope, edit)));
  }

  private static Correction deleted(Setting setting) {
    return new Correction(
        "delete the option, which means the same while it is unset, or require `pytest-asyncio>="
            + Feature.FIXTURE_SCOPE_DEFAULT.since()
            + "`",
        OptionDeletion.edit(setting)
            .map(it -> new Fix(Safety.UNSAFE, "delete `" + setting.key() + "`", List.of(it))));
  }

  private static Optional<String> nearest(String word) {
    return Spelling.nearest(word, Arrays.stream(Scope.values()).map(Scope::word).toList());
  }

  private static Fix fix(Safety safety, String scope, Edit edit) {
    return new Fix(safety, "write `" + scope + "`", List.of(edit));
  }

  private void report(
      SuiteModel model,
      Findings findings,
      AffectedVersions affected,
      Location location,
      String message,
      Correction correction) {
    var allowed = model.versions().pytestAsyncio();
    affected
        .severity(allowed, Severity.ERROR)
        .ifPresent(
            severity -> {
              Finding finding =
                  Finding.of(this, severity, location, message, correction.remedy())
                      .forVersions(affected.words(allowed));
              findings.add(correction.fix().map(finding::with).orElse(finding));
            });
  }

  /** The value, if it is known and no scope. pytest-asyncio takes an empty one for none. */
  private static Optional<String> invalid(SuiteModel model, SourceFile file, Expression value) {
    return model
        .resolver()
        .string(file, value)
        .toOptional()
        .filter(word -> !word.isEmpty() && Scope.named(word).isEmpty());
  }
}
