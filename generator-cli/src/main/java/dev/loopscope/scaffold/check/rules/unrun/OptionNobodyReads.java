package dev.loopscope.scaffold.check.rules.unrun;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionEdits;
import dev.loopscope.scaffold.check.evidence.UnrunTests;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.UnreadSetting;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** LS042. An option of pytest-asyncio or anyio stands where pytest does not look. */
public final class OptionNobodyReads implements Rule {
  private static final Set<String> WORDS =
      Set.of("auto", "strict", "function", "class", "module", "package", "session");

  @Override
  public String id() {
    return "LS042";
  }

  @Override
  public String summary() {
    return "An option of pytest-asyncio or anyio stands in a section, table or file that pytest"
        + " does not read.";
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
    if (model.config().unreadable().isEmpty()) {
      model.unreadSettings().forEach(it -> findings.add(finding(it, model)));
    }
  }

  private Finding finding(UnreadSetting unread, SuiteModel model) {
    PytestConfig config = model.config();
    Setting setting = unread.setting();
    boolean auto = setting.key().endsWith("_mode") && setting.value().equals("auto");
    boolean unrun = auto && config.setting(setting.key()).isEmpty() && isMissed(model);
    String where = unread.place() + " of `" + setting.location().path() + "`";
    Finding finding =
        Finding.of(
            this,
            unrun ? Severity.ERROR : Severity.WARNING,
            setting.keyLocation(),
            "nobody reads `"
                + setting.key()
                + "` in "
                + where
                + ": "
                + read(config)
                + (unrun ? ", and async tests without a mark are not run" : ""),
            "set it " + destination(config));
    // Of a project that says what its tests need, pytest knows no option of another plugin.
    String plugin = setting.key().startsWith("anyio") ? "anyio" : "pytest-asyncio";
    return fix(setting, config)
        .filter(
            it ->
                model.versions().of("pytest").isEmpty() || model.versions().of(plugin).isPresent())
        .map(finding::with)
        .orElse(finding);
  }

  private static boolean isMissed(SuiteModel model) {
    return !UnrunTests.of(model).isEmpty();
  }

  private static String read(PytestConfig config) {
    return config.file().isEmpty() || (config.section().isEmpty() && config.settings().isEmpty())
        ? "pytest has no configuration here"
        : "pytest reads " + section(config);
  }

  private static String section(PytestConfig config) {
    String file = config.file().map(ConfigFile::path).orElse("");
    return config.section().isEmpty()
        ? "`" + file + "`"
        : "[" + config.section() + "] of `" + file + "`";
  }

  private static String destination(PytestConfig config) {
    if (config.section().isEmpty()) {
      return config.file().isEmpty() || config.file().filter(ConfigFile::toml).isPresent()
          ? "in [tool.pytest.ini_options] of `pyproject.toml`"
          : "in [pytest] of " + section(config);
    }
    return "in " + section(config);
  }

  private static Optional<Fix> fix(Setting setting, PytestConfig config) {
    boolean overridden =
        config.commandLine().overrides().stream().anyMatch(it -> it.key().equals(setting.key()));
    if (!WORDS.contains(setting.value())
        || overridden
        || config.setting(setting.key()).isPresent()) {
      return Optional.empty();
    }
    return OptionEdits.of(config, new TreeMap<>(Map.of(setting.key(), setting.value())))
        .map(edits -> new Fix(Safety.UNSAFE, "set it where pytest reads it", edits));
  }
}
