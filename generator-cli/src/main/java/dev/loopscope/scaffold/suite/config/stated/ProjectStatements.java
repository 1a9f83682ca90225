package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.TomlDocument;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the files in one directory say about versions. */
final class ProjectStatements {
  private static final Pattern REQUIREMENTS =
      Pattern.compile(".*requirements?.*\\.(txt|in|lock)|constraints.*\\.txt");
  private static final Pattern LISTS = Pattern.compile(".*\\.(txt|in)");
  private static final Pattern CONDA = Pattern.compile("environment.*\\.ya?ml");
  private static final Pattern LOCK =
      Pattern.compile("uv\\.lock|poetry\\.lock|pdm\\.lock|pylock(\\..*)?\\.toml|Pipfile\\.lock");

  private final ConfigFiles files;

  ProjectStatements(ConfigFiles files) {
    this.files = files;
  }

  /** What its package's metadata, requirements files, tox, nox and conda say. */
  VersionStatements of(Path directory) {
    VersionStatements statements = new VersionStatements();
    table(directory, "pyproject.toml", statements)
        .ifPresent(it -> PyprojectStatements.read(it, statements));
    table(directory, "Pipfile", statements)
        .ifPresent(it -> PyprojectStatements.pipfile(it, statements));
    IniStatements ini = new IniStatements(statements);
    file(directory, "setup.cfg", statements).ifPresent(it -> ini.setupCfg(files.ini(it)));
    file(directory, "setup.py", statements).ifPresent(it -> PythonStatements.setup(it, statements));
    lists(directory, statements);
    return statements;
  }

  /** A file; one that is there and cannot be read may say anything. */
  private Optional<ConfigFile> file(Path directory, String name, VersionStatements statements) {
    ConfigFiles.Content content = files.content(directory, name);
    content.error().ifPresent(statements::unreadable);
    return content.file();
  }

  private Optional<TomlValue.Table> table(
      Path directory, String name, VersionStatements statements) {
    Optional<TomlDocument.Parsed> parsed = file(directory, name, statements).map(files::toml);
    parsed.flatMap(TomlDocument.Parsed::error).ifPresent(statements::unreadable);
    return parsed.flatMap(TomlDocument.Parsed::root);
  }

  private void lists(Path directory, VersionStatements statements) {
    Set<Path> seen = new HashSet<>();
    for (String name : names(directory, REQUIREMENTS)) {
      requirements(directory.resolve(name), statements, seen);
    }
    if (files.list(directory).isDirectory("requirements")) {
      Path below = directory.resolve("requirements");
      for (String name : names(below, LISTS)) {
        requirements(below.resolve(name), statements, seen);
      }
    }
    Path tox = directory.resolve("tox.ini");
    file(directory, "tox.ini", statements)
        .ifPresent(it -> new IniStatements(statements).tox(files.ini(it), tox, files));
    file(directory, "noxfile.py", statements).ifPresent(it -> PythonStatements.nox(it, statements));
    for (String name : names(directory, CONDA)) {
      file(directory, name, statements).ifPresent(it -> CondaEnvironment.read(it, statements));
    }
  }

  /** What its lock files hold. */
  VersionStatements locks(Path directory) {
    VersionStatements statements = new VersionStatements();
    for (String name : names(directory, LOCK)) {
      file(directory, name, statements).ifPresent(it -> LockFile.read(it, statements));
    }
    return statements;
  }

  private void requirements(Path path, VersionStatements statements, Set<Path> seen) {
    new RequirementsFile(files, statements, files.name(path), seen).read(path);
  }

  /** In their order. What cannot be listed is not there for a tool that installs from it either. */
  private List<String> names(Path directory, Pattern pattern) {
    return files.list(directory).entries().keySet().stream()
        .filter(name -> pattern.matcher(name).matches())
        .toList();
  }
}
