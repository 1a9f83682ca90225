package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which of a repository's projects a directory belongs to: members of workspaces, and directories
 * with a packaging of their own.
 */
final class OwningProject {
  private static final List<String> FILES = List.of("setup.py", "Pipfile", "tox.ini", "hatch.toml");

  private final ConfigFiles files;

  OwningProject(ConfigFiles files) {
    this.files = files;
  }

  /**
   * The nearest one around a directory of tests.
   *
   * @param tests relative to the base
   * @return relative to the base; empty for the base itself
   */
  String of(String tests) {
    int slash = tests.lastIndexOf('/');
    String at = tests.substring(0, Math.max(slash, 0));
    while (!at.isEmpty() && !isProject(files.base().resolve(at))) {
      at = at.substring(0, Math.max(at.lastIndexOf('/'), 0));
    }
    return at;
  }

  private boolean isProject(Path directory) {
    Listing listing = files.list(directory);
    if (FILES.stream().anyMatch(listing::isFile)) {
      return true;
    }
    Optional<TomlValue.Table> root = files.table(directory.resolve("pyproject.toml"));
    return root.filter(
            it ->
                it.table("project").isPresent()
                    || it.table("tool", "poetry").isPresent()
                    || it.table("tool", "pdm").isPresent())
        .isPresent();
  }
}
