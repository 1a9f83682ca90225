package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.files.Repository;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What installs a project's development dependencies.
 *
 * @param name as it is called: {@code uv}
 * @param places what says so
 * @param lock the command that renews its lock file, if there is one
 * @param run what runs pytest, up to its arguments: {@code uv run pytest}
 */
public record Installer(String name, List<Location> places, Optional<String> lock, String run) {
  /** The files in which installers hold what they have resolved. */
  private static final Set<String> LOCK_FILES =
      Set.of("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml");

  /** A tool, the file that only it writes, and its table in {@code pyproject.toml}. */
  private record Tool(String name, String lockFile, String table, String lock, String run) {}

  private static final List<Tool> TOOLS =
      List.of(
          new Tool("uv", "uv.lock", "uv", "uv lock", "uv run pytest"),
          new Tool("Poetry", "poetry.lock", "poetry", "poetry lock", "poetry run pytest"),
          new Tool("PDM", "pdm.lock", "pdm", "pdm lock", "pdm run pytest"),
          new Tool("Pipenv", "Pipfile.lock", "", "pipenv lock", "pipenv run pytest"));

  private static final Pattern POSARGS = Pattern.compile("py\\.?test\\b[^\n]*\\{posargs");

  /** Keeps an unmodifiable copy. */
  public Installer {
    places = List.copyOf(places);
  }

  /** Whether a place is in a lock file: written by an installer, renewed by a command. */
  public static boolean isLocked(Location place) {
    return LOCK_FILES.contains(place.path().substring(place.path().lastIndexOf('/') + 1));
  }

  /**
   * The commands that take newer releases of these distributions into the lock file; none if there
   * is no lock file. PDM and Pipenv resolve all of it anew.
   *
   * @param distributions in the order they are told
   */
  public List<String> renewing(List<String> distributions) {
    if (lock.isEmpty()) {
      return List.of();
    }
    return switch (name) {
      case "uv" ->
          List.of("uv lock --upgrade-package " + String.join(" --upgrade-package ", distributions));
      case "Poetry" -> List.of("poetry update --lock " + String.join(" ", distributions));
      default -> List.of(lock.orElseThrow());
    };
  }

  /**
   * Finds it out.
   *
   * @param lists the project's lists of requirements
   */
  static Installer of(Path directory, ConfigFiles files, List<RequirementList> lists) {
    Optional<TomlValue.Table> tables =
        tables(directory, files).or(() -> tables(files.base(), files));
    for (Tool tool : TOOLS) {
      Optional<Location> lock = lockFile(directory, files, tool.lockFile());
      if (lock.isPresent()) {
        return new Installer(
            tool.name(), List.of(lock.orElseThrow()), Optional.of(tool.lock()), tool.run());
      }
    }
    for (Tool tool : TOOLS) {
      Optional<TomlValue.Table> table =
          tool.table().isEmpty() ? Optional.empty() : tables.flatMap(it -> it.table(tool.table()));
      if (table.isPresent()) {
        return new Installer(
            tool.name(), List.of(table.orElseThrow().location()), Optional.empty(), tool.run());
      }
    }
    return byList(lists, Kind.PIPENV, "Pipenv", "pipenv run pytest")
        .or(() -> byList(lists, Kind.HATCH, "Hatch", "hatch run pytest"))
        .or(() -> byList(lists, Kind.TOX, "tox", tox(lists)))
        .orElseGet(() -> new Installer("pip", List.of(), Optional.empty(), "pytest"));
  }

  private static Optional<TomlValue.Table> tables(Path directory, ConfigFiles files) {
    return files
        .table(directory.resolve("pyproject.toml"))
        .flatMap(it -> it.table("tool"))
        .filter(it -> TOOLS.stream().anyMatch(tool -> it.table(tool.table()).isPresent()));
  }

  /** Where {@code {posargs}} stand behind pytest, what is typed is its arguments. */
  private static String tox(List<RequirementList> lists) {
    boolean behind =
        lists.stream()
            .filter(it -> it.kind() == Kind.TOX)
            .anyMatch(it -> POSARGS.matcher(it.file().text().text()).find());
    return behind ? "tox -e py --" : "tox -e py -- pytest";
  }

  private static Optional<Installer> byList(
      List<RequirementList> lists, Kind kind, String name, String run) {
    boolean alone =
        kind != Kind.TOX
            || lists.stream()
                .filter(it -> it.kind() != Kind.TOX)
                .noneMatch(it -> it.kind() == Kind.FILE || it.find("pytest").isPresent());
    return lists.stream()
        .filter(it -> it.kind() == kind && alone)
        .findFirst()
        .map(it -> new Installer(name, List.of(it.span()), Optional.empty(), run));
  }

  /** In the project's directory or above it: workspaces share one. */
  private static Optional<Location> lockFile(Path directory, ConfigFiles files, String name) {
    Path around = Repository.around(directory);
    Path top = around.startsWith(files.base()) ? files.base() : around;
    for (Path at = directory; at != null && at.startsWith(top); at = at.getParent()) {
      if (files.list(at).isFile(name)) {
        String path = files.name(at.resolve(name));
        SourceText text =
            files.file(at.resolve(name)).map(ConfigFile::text).orElse(SourceText.of(""));
        return Optional.of(new Location(path, text, 0, 0));
      }
    }
    return Optional.empty();
  }
}
