package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lock file holds. Tools write them line by line in one way, and they are long, so they are
 * read line by line: {@code uv.lock}, {@code poetry.lock}, {@code pdm.lock} and {@code pylock.toml}
 * as tables called {@code [[package]]} or {@code [[packages]]}, {@code Pipfile.lock} as the JSON
 * that Pipenv prints.
 */
final class LockFile {
  private static final Pattern FIELD = Pattern.compile("(name|version) = [\"'](.*)[\"']");
  private static final Pattern PIPENV_NAME = Pattern.compile("\\s{8}\"([^\"]++)\": \\{");
  private static final Pattern PIPENV_VERSION =
      Pattern.compile("\\s*+\"version\": \"==([^\"]++)\",?");

  private final ConfigFile file;
  private final VersionStatements statements;
  private Optional<String> name = Optional.empty();
  private boolean inPackage;

  private LockFile(ConfigFile file, VersionStatements statements) {
    this.file = file;
    this.statements = statements;
  }

  static void read(ConfigFile file, VersionStatements statements) {
    LockFile reader = new LockFile(file, statements);
    boolean json = file.name().equals("Pipfile.lock");
    String text = file.text().text();
    for (int line = 1; line <= file.text().lines(); line++) {
      int start = file.text().lineStart(line);
      int end = line < file.text().lines() ? file.text().lineStart(line + 1) : text.length();
      String written = text.substring(start, end).stripTrailing();
      if (json) {
        reader.pipenvLine(written, start);
      } else {
        reader.tableLine(written, start);
      }
    }
  }

  private void tableLine(String line, int start) {
    if (line.startsWith("[")) {
      inPackage = line.equals("[[package]]") || line.equals("[[packages]]");
      name = Optional.empty();
      return;
    }
    Matcher field = FIELD.matcher(line);
    if (!inPackage || !field.matches()) {
      return;
    }
    if (field.group(1).equals("name")) {
      name = Optional.of(field.group(2));
    } else {
      lock(field.group(2), start + field.start(2), start + field.end(2));
    }
  }

  private void pipenvLine(String line, int start) {
    Matcher named = PIPENV_NAME.matcher(line);
    if (named.matches()) {
      name = Optional.of(named.group(1));
    }
    Matcher version = PIPENV_VERSION.matcher(line);
    if (version.matches()) {
      lock(version.group(1), start + version.start(1), start + version.end(1));
    }
  }

  private void lock(String version, int start, int end) {
    Location location = new Location(file.path(), file.text(), start, end);
    name.ifPresent(
        it -> Version.parse(version).ifPresent(read -> statements.lock(it, read, location)));
  }
}
