package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * The pytest plugins that a project's own {@code pyproject.toml} declares. pytest loads them once
 * the project is installed.
 */
public final class EntryPoints {
  private static final List<String> TABLES =
      List.of("project.entry-points.pytest11", "tool.poetry.plugins.pytest11");

  private EntryPoints() {}

  /** The dotted names of the modules, in the order of the file. */
  public static List<String> of(PytestConfig config, SourceTree sources) {
    Path file =
        sources
            .base()
            .resolve(Directories.normal(config.rootDirectory()))
            .resolve("pyproject.toml");
    List<String> modules = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      try {
        TomlParseResult toml = Toml.parse(file);
        TABLES.forEach(it -> addModules(toml, it, modules));
      } catch (IOException e) {
        return List.of();
      }
    }
    return modules;
  }

  private static void addModules(TomlParseResult toml, String name, List<String> modules) {
    if (toml.get(name) instanceof TomlTable table) {
      for (String key : table.keySet()) {
        if (table.get(List.of(key)) instanceof String reference) {
          modules.add(reference.split(":", 2)[0].strip());
        }
      }
    }
  }
}
