package dev.loopscope.scaffold.check.rules.config;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionEdit;
import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * LS007. pytest-asyncio warns of the unset option while pytest is configured, where pytest 9.2
 * applies the filters of the configuration.
 */
public final class OptionMissingForAllowedVersion implements Rule {
  private static final String OPTION = "asyncio_default_fixture_loop_scope";
  private static final VersionRange WARNS = Feature.FIXTURE_DEFAULT.range();
  private static final VersionRange FILTERS_EARLY = Feature.EARLY_FILTERS.range();

  @Override
  public String id() {
    return "LS007";
  }

  @Override
  public String summary() {
    return "`asyncio_default_fixture_loop_scope` is not set, which pytest-asyncio "
        + Feature.FIXTURE_DEFAULT.since()
        + " and later warn about, and warnings are errors.";
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
    PytestConfig config = model.config();
    boolean unset = config.asyncioDefaultFixtureLoopScope().is(Optional.empty());
    if (unset && makesErrors(config) && takesPart(model)) {
      severity(model.versions())
          .ifPresent(severity -> place(config).ifPresent(it -> add(model, severity, it, findings)));
    }
  }

  private static boolean makesErrors(PytestConfig config) {
    return config
        .warningFilters()
        .makesError(
            "PytestDeprecationWarning", "The configuration option \"" + OPTION + "\" is unset.");
  }

  private static boolean takesPart(SuiteModel model) {
    boolean stated = model.versions().of("pytest-asyncio").isPresent();
    boolean runs = model.hasTestsFor(Runner.PYTEST_ASYNCIO);
    return (stated || runs) && !model.config().blocks("asyncio");
  }

  private static Optional<Severity> severity(PluginVersions versions) {
    if (versions.pytestAsyncio().expects(WARNS) && versions.pytest().expects(FILTERS_EARLY)) {
      return Optional.of(Severity.ERROR);
    }
    boolean possible =
        versions.pytestAsyncio().overlap(WARNS) != Overlap.NONE
            && versions.pytest().overlap(FILTERS_EARLY) != Overlap.NONE;
    return possible ? Optional.of(Severity.WARNING) : Optional.empty();
  }

  /** An option of the plugin, else the filters. */
  private static Optional<Location> place(PytestConfig config) {
    return Stream.of("asyncio_mode", "asyncio_default_test_loop_scope", "filterwarnings", "addopts")
        .flatMap(key -> config.settings().stream().filter(it -> it.key().equals(key)))
        .findFirst()
        .map(Setting::keyLocation);
  }

  private void add(SuiteModel model, Severity severity, Location place, Findings findings) {
    String message =
        "with pytest "
            + Feature.EARLY_FILTERS.since()
            + " and later no test runs: the warning that `"
            + OPTION
            + "` is unset is an error while pytest is configured";
    Finding finding =
        Finding.of(
                this,
                severity,
                place,
                message,
                "set `" + OPTION + "`; `function` is right unless a fixture needs another loop")
            .forVersions(
                "pytest >= "
                    + Feature.EARLY_FILTERS.since()
                    + " with pytest-asyncio >= "
                    + Feature.FIXTURE_DEFAULT.since());
    boolean known =
        Limits.severity(model.versions().pytestAsyncio(), WARNS.complement(), Severity.WARNING)
            .isEmpty();
    boolean free = model.fixtures().stream().noneMatch(it -> takesTheDefault(model, it));
    findings.add(
        OptionEdit.set(model.config(), OPTION, "function")
            .filter(edit -> known && free)
            .map(it -> new Fix(Safety.UNSAFE, "set `" + OPTION + "` to `function`", List.of(it)))
            .map(finding::with)
            .orElse(finding));
  }

  /** Whether the option would move a fixture to another loop. */
  private static boolean takesTheDefault(SuiteModel model, Fixture fixture) {
    boolean narrow = fixture.scope().is(Scope.FUNCTION);
    boolean runs =
        model.testsUsing(fixture).stream()
            .anyMatch(it -> !model.runner(fixture, it).is(Runner.ANYIO));
    boolean sync = fixture.kind().isKnown() && !fixture.isAsync();
    return fixture.declaredLoopScope().isEmpty() && !narrow && !sync && runs;
  }
}
