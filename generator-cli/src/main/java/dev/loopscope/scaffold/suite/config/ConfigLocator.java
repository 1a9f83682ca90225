package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.IniDocument;
import dev.loopscope.scaffold.suite.config.document.TomlDocument;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pytest's configuration in one directory: the first of its files that holds any, in the order of
 * {@code CONFIG_LOADERS_BY_NAME} in {@code _pytest/config/findpaths.py}.
 */
final class ConfigLocator {
  static final List<String> NAMES =
      List.of(
          "pytest.toml",
          ".pytest.toml",
          "pytest.ini",
          ".pytest.ini",
          "pyproject.toml",
          "tox.ini",
          "setup.cfg");

  private final ConfigFiles files;

  ConfigLocator(ConfigFiles files) {
    this.files = files;
  }

  /**
   * The configuration in a directory, if there is one.
   *
   * @param nativeToml whether pytest reads {@code pytest.toml} and {@code [tool.pytest]}, as it
   *     does since 9
   */
  Optional<PytestConfig> in(Path directory, boolean nativeToml) {
    String root = files.name(directory);
    for (String name : NAMES) {
      ConfigFiles.Content content = files.content(directory, name);
      Optional<PytestConfig> config =
          content.error().isPresent()
              ? content.error().map(it -> unreadable(root, Optional.empty(), it))
              : content.file().flatMap(it -> in(root, it, nativeToml));
      if (config.isPresent()) {
        return config;
      }
    }
    return Optional.empty();
  }

  private Optional<PytestConfig> in(String root, ConfigFile file, boolean nativeToml) {
    return switch (file.name()) {
      case "pytest.toml", ".pytest.toml" ->
          nativeToml ? Optional.of(pytestToml(root, file)) : Optional.empty();
      case "pyproject.toml" -> pyproject(root, file, nativeToml);
      case "setup.cfg" -> ini(root, file, "tool:pytest", false);
      case "tox.ini" -> ini(root, file, "pytest", false);
      default -> ini(root, file, "pytest", true);
    };
  }

  private PytestConfig pytestToml(String root, ConfigFile file) {
    TomlDocument.Parsed parsed = files.toml(file);
    if (parsed.error().isPresent()) {
      return unreadable(root, Optional.of(file), parsed.error().orElseThrow());
    }
    Optional<TomlValue.Table> table = parsed.root().flatMap(it -> it.table("pytest"));
    return table
        .map(it -> config(root, file, "pytest", Settings.of(it)))
        .orElseGet(() -> config(root, file, "", List.of()));
  }

  private Optional<PytestConfig> pyproject(String root, ConfigFile file, boolean nativeToml) {
    if (!file.text().text().contains("pytest")) {
      return Optional.empty();
    }
    TomlDocument.Parsed parsed = files.toml(file);
    if (parsed.error().isPresent()) {
      return parsed.error().map(it -> unreadable(root, Optional.of(file), it));
    }
    Optional<TomlValue.Table> tool = parsed.root().flatMap(it -> it.table("tool", "pytest"));
    Optional<TomlValue.Table> options = tool.flatMap(it -> it.table("ini_options"));
    List<Setting> typed =
        tool.map(Settings::of).orElse(List.of()).stream()
            .filter(it -> nativeToml && !it.key().equals("ini_options"))
            .toList();
    if (!typed.isEmpty() && options.filter(it -> !it.entries().isEmpty()).isPresent()) {
      Location place = typed.get(0).keyLocation();
      String why = "pytest refuses [tool.pytest] beside [tool.pytest.ini_options]";
      return Optional.of(
          unreadable(
              root,
              Optional.of(file),
              new UnreadableConfig(place, "the configuration in `" + file.path() + "`", why)));
    }
    return typed.isEmpty()
        ? options.map(it -> config(root, file, "tool.pytest.ini_options", Settings.of(it)))
        : Optional.of(config(root, file, "tool.pytest", typed));
  }

  private Optional<PytestConfig> ini(
      String root, ConfigFile file, String name, boolean evenWithoutSection) {
    IniDocument document = files.ini(file);
    if (!document.errors().isEmpty()) {
      return Optional.of(unreadable(root, Optional.of(file), document.errors().get(0)));
    }
    Optional<Map<String, IniDocument.Value>> section = document.section(name);
    if (section.isEmpty()) {
      return evenWithoutSection ? Optional.of(config(root, file, "", List.of())) : Optional.empty();
    }
    return section.map(it -> config(root, file, name, Settings.of(it)));
  }

  private static PytestConfig config(
      String root, ConfigFile file, String section, List<Setting> settings) {
    CommandLine commandLine =
        settings.stream()
            .filter(it -> it.key().equals("addopts"))
            .findFirst()
            .map(AddOpts::parse)
            .orElse(CommandLine.EMPTY);
    return new PytestConfig(root, Optional.of(file), section, settings, commandLine, List.of());
  }

  private static PytestConfig unreadable(
      String root, Optional<ConfigFile> file, UnreadableConfig error) {
    return new PytestConfig(root, file, "", List.of(), CommandLine.EMPTY, List.of(error));
  }
}
