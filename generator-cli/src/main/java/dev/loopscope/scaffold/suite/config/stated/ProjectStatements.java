package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the files in one directory say about versions. */
final class ProjectStatements {
  private static final Pattern REQUIREMENTS =
      Pattern.compile(".*requirements?.*\\.(txt|in|lock)|constraints.*\\.txt");
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
    files
        .table(directory.resolve("pyproject.toml"))
        .ifPresent(it -> PyprojectStatements.read(it, statements));
    files
        .table(directory.resolve("Pipfile"))
        .ifPresent(it -> PyprojectStatements.pipfile(it, statements));
    IniStatements ini = new IniStatements(statements);
    files.file(directory.resolve("setup.cfg")).ifPresent(it -> ini.setupCfg(files.ini(it)));
    files
        .file(directory.resolve("setup.py"))
        .ifPresent(it -> PythonStatements.setup(it, statements));
    lists(directory, statements);
    return statements;
  }

  private void lists(Path directory, VersionStatements statements) {
    Set<Path> seen = new HashSet<>();
    for (Path path : entries(directory, REQUIREMENTS)) {
      requirements(path, statements, seen);
    }
    for (Path path : entries(directory.resolve("requirements"), Pattern.compile(".*\\.(txt|in)"))) {
      requirements(path, statements, seen);
    }
    Path tox = directory.resolve("tox.ini");
    files.file(tox).ifPresent(it -> new IniStatements(statements).tox(files.ini(it), tox, files));
    files
        .file(directory.resolve("noxfile.py"))
        .ifPresent(it -> PythonStatements.nox(it, statements));
    for (Path path : entries(directory, CONDA)) {
      files.file(path).ifPresent(it -> CondaEnvironment.read(it, statements));
    }
  }

  /** What its lock files hold. */
  VersionStatements locks(Path directory) {
    VersionStatements statements = new VersionStatements();
    for (Path path : entries(directory, LOCK)) {
      files.file(path).ifPresent(it -> LockFile.read(it, statements));
    }
    return statements;
  }

  private void requirements(Path path, VersionStatements statements, Set<Path> seen) {
    new RequirementsFile(files, statements, files.name(path), seen).read(path);
  }

  /** In the order of their names. */
  private static List<Path> entries(Path directory, Pattern name) {
    Set<Path> found = new TreeSet<>();
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (name.matcher(String.valueOf(entry.getFileName())).matches()) {
          found.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // What cannot be listed is not there for a tool that installs from it either.
      return List.of();
    }
    return new ArrayList<>(found);
  }
}
