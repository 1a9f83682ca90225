package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.TomlDocument;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pytest plugins that are loaded by entry points: those that a project's own {@code
 * pyproject.toml} declares, once the project is installed, and those of its environment.
 *
 * @param installed the paths of the modules of the plugins in the environment, in order
 * @param modules their dotted names, in the order of the file
 * @param unreadable why they could not be told, if so
 */
public record EntryPoints(
    List<String> installed, List<String> modules, Optional<UnreadableConfig> unreadable) {
  private static final String GROUP = "pytest11";
  private static final EntryPoints NONE = new EntryPoints(List.of(), List.of(), Optional.empty());

  /** Keeps an unmodifiable copy. */
  public EntryPoints {
    installed = List.copyOf(installed);
    modules = List.copyOf(modules);
  }

  /** The same, in an environment with these plugins. */
  EntryPoints installed(List<String> paths) {
    return new EntryPoints(paths, modules, unreadable);
  }

  /** What the project in a directory declares. */
  static EntryPoints of(Path directory, ConfigFiles files) {
    ConfigFiles.Content content = files.content(directory, "pyproject.toml");
    if (content.error().isPresent()) {
      return new EntryPoints(List.of(), List.of(), content.error());
    }
    // Few projects declare one, and parsing all of their files would take longer than looking.
    return content
        .file()
        .filter(it -> it.text().text().contains(GROUP))
        .map(it -> of(files.toml(it)))
        .orElse(NONE);
  }

  private static EntryPoints of(TomlDocument.Parsed parsed) {
    List<String> modules = new ArrayList<>();
    parsed.root().ifPresent(root -> addModules(root, List.of("project", "entry-points"), modules));
    parsed
        .root()
        .ifPresent(root -> addModules(root, List.of("tool", "poetry", "plugins"), modules));
    return new EntryPoints(List.of(), modules, parsed.error());
  }

  private static void addModules(TomlValue.Table root, List<String> path, List<String> modules) {
    Optional<TomlValue.Table> table = Optional.of(root);
    for (String key : path) {
      table = table.flatMap(it -> it.table(key));
    }
    table
        .flatMap(it -> it.table(GROUP))
        .ifPresent(
            declared ->
                declared
                    .entries()
                    .values()
                    .forEach(
                        entry -> {
                          if (entry.value() instanceof TomlValue.Text reference) {
                            modules.add(reference.value().split(":", 2)[0].strip());
                          }
                        }));
  }
}
