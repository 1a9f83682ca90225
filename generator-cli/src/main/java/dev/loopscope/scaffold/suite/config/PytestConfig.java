package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What pytest is configured with for one suite, by the rules of pytest 9.2 ({@code
 * _pytest/config/findpaths.py}). The command line, {@code PYTEST_ADDOPTS} and what tox or nox pass
 * are not known.
 *
 * @param rootDirectory pytest's rootdir, relative to the checked base; {@code .} is the base itself
 * @param file the file that pytest reads, if there is one; a {@code pyproject.toml} without a
 *     section for pytest counts, as it does for pytest
 * @param section of that file, as it is written between brackets, such as {@code
 *     tool.pytest.ini_options}; empty if there is none
 * @param settings the options of that section, in order
 * @param commandLine the options of {@code addopts}
 * @param unreadable what could not be read
 */
public record PytestConfig(
    String rootDirectory,
    Optional<ConfigFile> file,
    String section,
    List<Setting> settings,
    CommandLine commandLine,
    List<UnreadableConfig> unreadable) {
  private static final List<String> NO_RECURSION =
      List.of("*.egg", ".*", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}");

  /** Keeps unmodifiable copies. */
  public PytestConfig {
    settings = List.copyOf(settings);
    unreadable = List.copyOf(unreadable);
  }

  /** Of a suite without any configuration. */
  public static PytestConfig none(String rootDirectory) {
    return new PytestConfig(
        rootDirectory, Optional.empty(), "", List.of(), CommandLine.EMPTY, List.of());
  }

  /**
   * Whether it is written with TOML's own types, in {@code [tool.pytest]}, {@code pytest.toml} or
   * {@code .pytest.toml}, which pytest reads since 9.
   */
  public boolean typed() {
    return section.equals("tool.pytest")
        || file.filter(it -> it.name().endsWith("pytest.toml")).isPresent();
  }

  /** The option, as {@code addopts} overrides it, else as the file sets it. */
  public Optional<Setting> setting(String key) {
    List<Setting> all = new ArrayList<>(settings);
    all.addAll(commandLine.overrides());
    return all.stream().filter(it -> it.key().equals(key)).reduce((first, last) -> last);
  }

  private Reading<Optional<Setting>> reading(String key) {
    return unreadable.isEmpty() ? new Reading.Known<>(setting(key)) : unknown();
  }

  private <T> Reading<T> unknown() {
    return new Reading.Unknown<>(unreadable.get(0).why());
  }

  /** What a version of pytest-asyncio takes for its own. */
  public Reading<AsyncioMode> asyncioMode(Version version) {
    if (!unreadable.isEmpty()) {
      return unknown();
    }
    Optional<String> set = asyncioModeSetting().map(Setting::value);
    if (!Feature.MODES.isIn(version)
        || (set.isEmpty() && !Feature.STRICT_BY_DEFAULT.isIn(version))) {
      return new Reading.Known<>(AsyncioMode.LEGACY);
    }
    String mode = set.orElse("strict");
    return Arrays.stream(AsyncioMode.values())
        .filter(it -> it != AsyncioMode.LEGACY || Feature.LEGACY_MODE.isIn(version))
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(mode))
        .findFirst()
        .<Reading<AsyncioMode>>map(Reading.Known::new)
        .orElseGet(() -> new Reading.Unknown<>("asyncio_mode is '" + mode + "'"));
  }

  /** What sets pytest-asyncio's mode: {@code --asyncio-mode} in addopts, else the option. */
  public Optional<Setting> asyncioModeSetting() {
    Optional<Setting> option = commandLine.asyncioMode();
    return option.isPresent() ? option : setting("asyncio_mode");
  }

  /** The loop scope of fixtures that name none, if it is set. The value is not checked. */
  public Reading<Optional<Setting>> asyncioDefaultFixtureLoopScope() {
    return reading("asyncio_default_fixture_loop_scope");
  }

  /** The loop scope of tests that name none, if it is set. The value is not checked. */
  public Reading<Optional<Setting>> asyncioDefaultTestLoopScope() {
    return reading("asyncio_default_test_loop_scope");
  }

  /** What anyio's plugin takes for its own; strict if nothing is said. */
  public Reading<AnyioMode> anyioMode() {
    if (!unreadable.isEmpty()) {
      return unknown();
    }
    String mode = setting("anyio_mode").map(Setting::value).orElse("strict");
    return switch (mode) {
      case "auto" -> new Reading.Known<>(AnyioMode.AUTO);
      case "strict" -> new Reading.Known<>(AnyioMode.STRICT);
      default -> new Reading.Unknown<>("anyio_mode is '" + mode + "'");
    };
  }

  /** Whether {@code -p no:name} in addopts keeps a plugin from being loaded. */
  public boolean blocks(String plugin) {
    return commandLine.blocked().contains(plugin);
  }

  /** Patterns of the names of test files. */
  public List<String> pythonFiles() {
    return words("python_files", List.of("test_*.py", "*_test.py"));
  }

  /** Prefixes or patterns of the names of test classes. */
  public List<String> pythonClasses() {
    return words("python_classes", List.of("Test"));
  }

  /** Prefixes or patterns of the names of test functions. */
  public List<String> pythonFunctions() {
    return words("python_functions", List.of("test"));
  }

  /** Where pytest looks for tests, relative to the root directory; empty for everywhere. */
  public List<String> testpaths() {
    return words("testpaths", List.of());
  }

  /** Patterns of the names of directories that pytest does not enter. */
  public List<String> norecursedirs() {
    return words("norecursedirs", NO_RECURSION);
  }

  /** What pytest puts on {@code sys.path}, relative to the configuration file's directory. */
  public List<String> pythonpath() {
    return words("pythonpath", List.of());
  }

  /**
   * The filters of warnings: those of the file, then those of {@code -W}. The last match counts.
   */
  public WarningFilters warningFilters() {
    List<String> filters = new ArrayList<>(lines("filterwarnings"));
    filters.addAll(commandLine.warnings());
    return new WarningFilters(filters);
  }

  /** Whether an option that no plugin knows stops the run. */
  public boolean strictConfig() {
    return commandLine.strictConfig()
        || truth("strict_config").orElse(truth("strict").orElse(false));
  }

  /** Whether a mark that is not registered stops the run. */
  public boolean strictMarkers() {
    return commandLine.strictMarkers()
        || truth("strict_markers").orElse(truth("strict").orElse(false));
  }

  /** How pytest imports test files. */
  public ImportMode importMode() {
    String mode = commandLine.importMode().map(Setting::value).orElse("prepend");
    return Arrays.stream(ImportMode.values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(mode))
        .findFirst()
        .orElse(ImportMode.PREPEND);
  }

  private List<String> words(String key, List<String> unset) {
    return setting(key)
        .map(it -> it.kind() == Setting.Kind.LIST ? it.items() : ShellWords.split(it.value()))
        .orElse(unset);
  }

  private List<String> lines(String key) {
    return setting(key).map(Setting::items).orElse(List.of());
  }

  private Optional<Boolean> truth(String key) {
    return setting(key)
        .map(it -> it.value().strip().toLowerCase(Locale.ROOT))
        .map(it -> List.of("y", "yes", "t", "true", "on", "1").contains(it));
  }
}
