package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a requirements file of pip says, and the files it names with {@code -r} and {@code -c}. */
final class RequirementsFile {
  private static final Pattern INCLUDE =
      Pattern.compile("(?:-r|-c|--requirement|--constraint)[\\s=]*(\\S+)");

  private final ConfigFiles files;
  private final Statements statements;
  private final String group;
  private final Set<Path> seen;

  RequirementsFile(ConfigFiles files, Statements statements, String group, Set<Path> seen) {
    this.files = files;
    this.statements = statements;
    this.group = group;
    this.seen = seen;
  }

  /** Reads a file, unless it was read before. */
  void read(Path path) {
    if (seen.add(path)) {
      files.file(path).ifPresent(file -> lines(path, file));
    }
  }

  private void lines(Path path, ConfigFile file) {
    String text = file.text().text();
    for (int line = 1; line <= file.text().lines(); line++) {
      int start = file.text().lineStart(line);
      int end = line < file.text().lines() ? file.text().lineStart(line + 1) : text.length();
      String written = text.substring(start, end);
      String content = written.replaceFirst("(^|\\s)#.*", "").strip();
      if (!content.isEmpty()) {
        int from = start + written.indexOf(content);
        line(path, content, new Location(file.path(), file.text(), from, from + content.length()));
      }
    }
  }

  /** One line, of a file or of {@code deps} in a {@code tox.ini}. */
  void line(Path path, String content, Location location) {
    Matcher include = INCLUDE.matcher(content);
    if (include.lookingAt()) {
      sibling(path, include.group(1)).ifPresent(this::read);
    } else if (!content.startsWith("-")) {
      String requirement = content.replaceFirst("\\s+--hash.*|\\s*\\\\$", "");
      statements.require(requirement, Statement.Kind.LISTED, group, location);
    }
  }

  private static Optional<Path> sibling(Path path, String name) {
    try {
      return Optional.of(path.resolveSibling(name).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
