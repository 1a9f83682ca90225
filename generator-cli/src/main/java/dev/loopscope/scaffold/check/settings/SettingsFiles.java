package dev.loopscope.scaffold.check.settings;

import dev.loopscope.scaffold.files.Repository;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.TomlDocument;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the settings of a project: in the nearest directory upwards that has {@code
 * .scaffold/check.toml}, or {@code [tool.scaffold]} in its {@code pyproject.toml}. Of two in one
 * directory, the former decides, key by key. A directory with {@code .git} is the last one looked
 * at.
 */
public final class SettingsFiles {
  private static final String PYPROJECT = "pyproject.toml";
  private static final String OWN = ".scaffold/check.toml";

  private final ConfigFiles files;

  private SettingsFiles(ConfigFiles files) {
    this.files = files;
  }

  /**
   * The settings for what lies in a directory.
   *
   * @param directory absolute
   * @param files of the run
   * @throws UnreadableSettingsException if a file cannot be read, or is no TOML
   * @throws RefusalException if it says something that is no setting
   */
  public static ProjectSettings find(Path directory, ConfigFiles files) {
    return new SettingsFiles(files).find(directory);
  }

  private ProjectSettings find(Path directory) {
    for (@Nullable Path at = directory; at != null; at = at.getParent()) {
      Optional<ProjectSettings> own = own(at);
      Optional<ProjectSettings> shared = shared(at);
      if (own.isPresent() && shared.isPresent()) {
        return own.orElseThrow().orElse(shared.orElseThrow());
      }
      if (own.or(() -> shared).isPresent()) {
        return own.or(() -> shared).orElseThrow();
      }
      if (Repository.isAt(at)) {
        break;
      }
    }
    return ProjectSettings.none(directory);
  }

  private Optional<ProjectSettings> own(Path directory) {
    return text(directory, OWN).map(file -> new SettingsReader(directory, "").read(table(file)));
  }

  private Optional<ProjectSettings> shared(Path directory) {
    // Most files have no such table, and parsing all of them would take longer than looking.
    return text(directory, PYPROJECT)
        .filter(file -> file.text().text().contains("scaffold"))
        .filter(file -> files.toml(file).error().isEmpty())
        .map(this::table)
        .flatMap(root -> root.table("tool", "scaffold"))
        .map(table -> shared(directory, table));
  }

  private static ProjectSettings shared(Path directory, TomlValue.Table scaffold) {
    SettingsReader.requireKnown(scaffold, "[tool.scaffold]", List.of("check"));
    return scaffold
        .get("check")
        .map(check -> new SettingsReader(directory, "[tool.scaffold.check]").read(check))
        .orElseGet(() -> ProjectSettings.none(directory));
  }

  private TomlValue.Table table(ConfigFile file) {
    TomlDocument.Parsed parsed = files.toml(file);
    if (parsed.root().isEmpty()) {
      UnreadableConfig error = parsed.error().orElseThrow();
      throw new UnreadableSettingsException(
          new Refusal(
              "the settings cannot be read: " + error.why(),
              file.path() + ":" + error.location().line(),
              "mend the file"));
    }
    return parsed.root().orElseThrow();
  }

  private Optional<ConfigFile> text(Path directory, String name) {
    Path path = directory.resolve(name);
    ConfigFiles.Content content = files.content(path);
    if (name.equals(PYPROJECT) && files.leadsOut(path)) {
      // It is the suite's before it is ours, and told of as something unknown of the suite.
      return Optional.empty();
    }
    if (content.error().isPresent()) {
      throw new UnreadableSettingsException(
          new Refusal(
              "the settings cannot be read: " + content.error().orElseThrow().why(),
              path.toString(),
              "make it a readable file in UTF-8, of at most "
                  + (Snapshot.LARGEST >> 20)
                  + " MiB, in the project"));
    }
    return content.file();
  }
}
