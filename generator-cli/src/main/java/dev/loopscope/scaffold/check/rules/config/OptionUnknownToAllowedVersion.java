package dev.loopscope.scaffold.check.rules.config;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionDeletion;
import dev.loopscope.scaffold.check.edit.config.TableHeader;
import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.TypedTable;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** LS006. pytest warns of an option that no plugin has registered, and goes on without it. */
public final class OptionUnknownToAllowedVersion implements Rule {
  private static final VersionRange BEFORE_TYPED_TABLES = Feature.TYPED_TOML.before();

  /** Distributions that install pytest-asyncio themselves. */
  private static final List<String> WITH_ASYNCIO =
      List.of(
          "pytest-asyncio",
          "pytest-aiohttp",
          "pytest-playwright-asyncio",
          "pytest-homeassistant-custom-component",
          "aresponses");

  private static final Set<String> MODES = Set.of("asyncio_mode", "anyio_mode");

  /**
   * An option of a plugin.
   *
   * @param feature since when it is known, and to whom
   * @param matters whether tests run otherwise without it
   */
  private record Option(String key, Feature feature, boolean matters) {
    VersionRange tooOld() {
      return feature.before();
    }

    String distribution() {
      return feature.distribution();
    }

    String since() {
      return feature.since();
    }
  }

  private static final List<Option> OPTIONS =
      List.of(
          new Option("asyncio_default_fixture_loop_scope", Feature.FIXTURE_DEFAULT, false),
          new Option("asyncio_default_test_loop_scope", Feature.TEST_DEFAULT, true),
          new Option("asyncio_debug", Feature.DEBUG_OPTION, false),
          new Option("anyio_mode", Feature.ANYIO_MODE, true));

  @Override
  public String id() {
    return "LS006";
  }

  @Override
  public String summary() {
    return "The configuration says something that an allowed version of pytest or its plugin does"
        + " not understand.";
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
    for (Setting setting : model.config().settings()) {
      if (isQuoted(model.config(), setting)) {
        findings.add(quoted(setting));
      } else if (setting.key().startsWith("asyncio_") && lacksAsyncio(model)) {
        withoutPlugin(model, setting, findings);
      } else {
        OPTIONS.stream()
            .filter(it -> it.key().equals(setting.key()))
            .forEach(it -> tooNew(model, setting, it, findings));
      }
    }
    typedTable(model, findings);
  }

  private static boolean isQuoted(PytestConfig config, Setting setting) {
    boolean ini = config.file().filter(it -> !it.toml()).isPresent();
    return ini && MODES.contains(setting.key()) && setting.value().matches("\"\\w*\"|'\\w*'");
  }

  private Finding quoted(Setting setting) {
    Location value = setting.location();
    String bare = setting.value().substring(1, setting.value().length() - 1);
    String consequence =
        setting.key().equals("asyncio_mode")
            ? "pytest-asyncio stops every run"
            : "anyio stays in strict mode";
    Edit edit = new Edit(value.path(), value.start(), value.end(), bare);
    return Finding.of(
            this,
            Severity.ERROR,
            value,
            "quotes are part of a value in an ini file, so " + consequence,
            "write `" + setting.key() + " = " + bare + "`")
        .with(new Fix(Safety.SAFE, "take the quotes away", List.of(edit)));
  }

  /** Whether the project says what its tests need, and pytest-asyncio is not part of it. */
  private static boolean lacksAsyncio(SuiteModel model) {
    return model.versions().of("pytest").isPresent()
        && WITH_ASYNCIO.stream().noneMatch(it -> model.versions().of(it).isPresent())
        && model.versions().unreadable().isEmpty()
        && !model.hasTestsFor(Runner.PYTEST_ASYNCIO);
  }

  private void withoutPlugin(SuiteModel model, Setting setting, Findings findings) {
    String message =
        "`"
            + setting.key()
            + "` is an option of pytest-asyncio, which the project does not name, so pytest "
            + consequence(model.config());
    Finding finding =
        Finding.of(
            this,
            Severity.WARNING,
            setting.keyLocation(),
            message,
            "delete it, or add pytest-asyncio to what the tests need");
    String title = "delete `" + setting.key() + "`";
    findings.add(
        OptionDeletion.edit(setting)
            .map(it -> finding.with(new Fix(Safety.UNSAFE, title, List.of(it))))
            .orElse(finding));
  }

  private void tooNew(SuiteModel model, Setting setting, Option option, Findings findings) {
    Allowed allowed = model.versions().allowed(option.distribution());
    boolean bites = option.matters() || stops(model.config());
    Severity worst = bites ? Severity.ERROR : Severity.WARNING;
    String before = option.distribution() + " before " + option.since();
    Limits.severity(allowed, option.tooOld(), worst)
        .ifPresent(
            severity ->
                findings.add(
                    Finding.of(
                            this,
                            severity,
                            setting.keyLocation(),
                            before
                                + ", which the project allows, does not know `"
                                + option.key()
                                + "`: pytest "
                                + consequence(model.config()),
                            "raise the limit to `"
                                + option.distribution()
                                + ">="
                                + option.since()
                                + "`, or delete the option")
                        .forVersions(option.distribution() + " < " + option.since())));
  }

  private static boolean stops(PytestConfig config) {
    return config.strictConfig()
        || config.warningFilters().makesError("PytestConfigWarning", "Unknown config option: ");
  }

  private static String consequence(PytestConfig config) {
    return stops(config) ? "stops before the first test" : "warns and goes on without it";
  }

  private void typedTable(SuiteModel model, Findings findings) {
    PytestConfig config = model.config();
    Optional<Location> place =
        config.typed()
            ? config.settings().stream().findFirst().map(Setting::keyLocation)
            : TypedTable.passedOver(config);
    place.ifPresent(
        location ->
            Limits.severity(model.versions().pytest(), BEFORE_TYPED_TABLES, Severity.ERROR)
                .map(severity -> typedTable(config, severity, location))
                .ifPresent(findings::add));
  }

  private Finding typedTable(PytestConfig config, Severity severity, Location location) {
    boolean table = config.section().equals("tool.pytest");
    Finding finding =
        Finding.of(
                this,
                severity,
                location,
                "pytest 8, which the project allows, does not read this: the suite runs without"
                    + " its configuration",
                table
                    ? "write `[tool.pytest.ini_options]` in place of `[tool.pytest]`, or raise the"
                        + " limit to `pytest>=9`"
                    : "use `[tool.pytest.ini_options]` of `pyproject.toml`, or raise the limit to"
                        + " `pytest>=9`")
            .forVersions("pytest < 9");
    return config
        .file()
        .filter(it -> table)
        .flatMap(it -> TableHeader.edit(it, "tool.pytest", "tool.pytest.ini_options"))
        .map(it -> new Fix(Safety.UNSAFE, "write `[tool.pytest.ini_options]`", List.of(it)))
        .map(finding::with)
        .orElse(finding);
  }
}
