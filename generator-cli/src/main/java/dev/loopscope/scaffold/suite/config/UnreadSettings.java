package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.IniDocument;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for options of pytest-asyncio and anyio in sections, tables and files that pytest passes
 * over: what another file of the same directory hides, and what stands under another name.
 */
final class UnreadSettings {
  private static final Set<String> OPTIONS =
      Set.of(
          "asyncio_mode",
          "anyio_mode",
          "asyncio_default_fixture_loop_scope",
          "asyncio_default_test_loop_scope");

  /** Tables named after a plugin, and what precedes its options there. */
  private static final Map<String, String> NAMESAKES =
      Map.of("pytest-asyncio", "asyncio_", "asyncio", "asyncio_", "anyio", "anyio_");

  private static final int DEPTH = 4;

  /** Files in which people start pytest with options of their own. */
  private static final Set<String> STARTING =
      Set.of(
          "tox.ini",
          "tox.toml",
          "noxfile.py",
          "tasks.py",
          "Makefile",
          "makefile",
          "justfile",
          "Justfile",
          "Taskfile.yml",
          "Taskfile.yaml",
          "pyproject.toml",
          "hatch.toml",
          "setup.cfg",
          "package.json",
          "Dockerfile",
          "docker-compose.yml",
          ".gitlab-ci.yml",
          ".travis.yml",
          "azure-pipelines.yml");

  private static final List<String> STARTING_BELOW =
      List.of(".github/workflows", "scripts", "bin", "ci", ".circleci");

  private final ConfigFiles files;

  UnreadSettings(ConfigFiles files) {
    this.files = files;
  }

  /** Those in the directory of a configuration that say something else than it does. */
  List<UnreadSetting> of(Path root, PytestConfig config) {
    List<UnreadSetting> found = new ArrayList<>();
    for (String name : ConfigLocator.NAMES) {
      Optional<ConfigFile> file = files.content(root, name).file();
      if (file.filter(it -> it.text().text().contains("mode") || hasOption(it)).isPresent()) {
        found.addAll(in(file.orElseThrow(), config));
      }
    }
    found.removeIf(
        it ->
            config
                .setting(it.setting().key())
                .filter(read -> read.value().equals(it.setting().value()))
                .isPresent());
    return List.copyOf(found);
  }

  private static boolean hasOption(ConfigFile file) {
    return OPTIONS.stream().anyMatch(file.text().text()::contains);
  }

  private List<UnreadSetting> in(ConfigFile file, PytestConfig config) {
    List<UnreadSetting> found = new ArrayList<>();
    if (file.toml()) {
      files
          .toml(file)
          .root()
          .ifPresent(root -> tables("", root, DEPTH, found, isRead(file, config)));
      return found;
    }
    IniDocument document = files.ini(file);
    for (String name : document.names()) {
      if (!isRead(file, config).equals(name)) {
        document.section(name).ifPresent(section -> add(name, Settings.of(section), found));
      }
    }
    return found;
  }

  /** The section of a file that pytest reads. */
  private static String isRead(ConfigFile file, PytestConfig config) {
    return config
        .file()
        .filter(it -> it.path().equals(file.path()))
        .map(it -> config.section())
        .orElse("");
  }

  private static void tables(
      String name, TomlValue.Table table, int depth, List<UnreadSetting> found, String read) {
    if (!name.isEmpty() && !name.equals(read)) {
      add(name, Settings.of(table), found);
    }
    table
        .entries()
        .forEach(
            (key, entry) -> {
              if (depth > 0 && entry.value() instanceof TomlValue.Table inner) {
                String path = name.isEmpty() ? key : name + "." + key;
                tables(path, inner, depth - 1, found, read);
              }
            });
  }

  private static void add(String section, List<Setting> settings, List<UnreadSetting> found) {
    Map<String, Setting> byOption = new LinkedHashMap<>();
    for (Setting setting : settings) {
      String last = section.substring(section.lastIndexOf('.') + 1).replace('_', '-');
      String key = setting.key().replace('-', '_');
      String option =
          OPTIONS.contains(key) ? key : NAMESAKES.getOrDefault(last, "no option: ") + key;
      if (OPTIONS.contains(option) && setting.kind() == Setting.Kind.TEXT) {
        byOption.putIfAbsent(option, setting);
      }
    }
    byOption.forEach(
        (option, it) ->
            found.add(
                new UnreadSetting(
                    new Setting(
                        option, it.value(), it.kind(), it.items(), it.location(), it.keyLocation()),
                    "[" + section + "]")));
  }

  /** Whether a file from which pytest may be started gives it a mode on its command line. */
  boolean modeOnACommandLine(Path root) {
    return starting(root)
        .anyMatch(it -> files.file(it).filter(file -> givesMode(file.text().text())).isPresent());
  }

  private Stream<Path> starting(Path root) {
    Listing here = files.list(root);
    Stream<Path> own =
        here.entries().keySet().stream()
            .filter(it -> STARTING.contains(it) || it.endsWith(".sh") || it.endsWith(".mk"))
            .map(root::resolve);
    Stream<Path> below =
        STARTING_BELOW.stream()
            .filter(it -> here.isDirectory(it.split("/", 2)[0]))
            .map(root::resolve)
            .flatMap(
                directory ->
                    files.list(directory).entries().keySet().stream().map(directory::resolve));
    return Stream.concat(own, below);
  }

  private static boolean givesMode(String text) {
    return text.contains("--asyncio-mode")
        || text.contains("-o asyncio_mode")
        || text.contains("-oasyncio_mode")
        || text.contains("override-ini=asyncio_mode")
        || text.contains("override-ini asyncio_mode")
        || text.contains("-o anyio_mode");
  }
}
