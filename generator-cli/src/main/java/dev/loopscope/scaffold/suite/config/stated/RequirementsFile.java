package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a requirements file of pip says, and the files it names with {@code -r} and {@code -c}. */
final class RequirementsFile {
  private static final Pattern INCLUDE =
      Pattern.compile("(?:-r|-c|--requirement|--constraint)[\\s=]*(\\S++)");

  private final ConfigFiles files;
  private final VersionStatements statements;
  private final String group;
  private final Set<Path> seen;
  private final Deque<Started> started = new ArrayDeque<>();

  RequirementsFile(ConfigFiles files, VersionStatements statements, String group, Set<Path> seen) {
    this.files = files;
    this.statements = statements;
    this.group = group;
    this.seen = seen;
  }

  /** A file of which lines up to some one were read; what that one names is read first. */
  private static final class Started {
    final Path path;
    final ConfigFile file;
    int line;

    Started(Path path, ConfigFile file) {
      this.path = path;
      this.file = file;
    }
  }

  /** Reads a file, unless it was read before. */
  void read(Path path) {
    start(path);
    while (!started.isEmpty()) {
      Started last = started.element();
      if (last.line == last.file.text().lines()) {
        started.remove();
      } else {
        last.line++;
        line(last.path, last.file, last.line);
      }
    }
  }

  private void start(Path path) {
    if (seen.add(path)) {
      ConfigFiles.Content content = files.content(path);
      content.error().ifPresent(statements::unreadable);
      content.file().ifPresent(file -> started.push(new Started(path, file)));
    }
  }

  private void line(Path path, ConfigFile file, int line) {
    String text = file.text().text();
    int start = file.text().lineStart(line);
    int end = line < file.text().lines() ? file.text().lineStart(line + 1) : text.length();
    String written = text.substring(start, end);
    String content = withoutComment(written).strip();
    if (!content.isEmpty()) {
      int from = start + written.indexOf(content);
      content(path, content, new Location(file.path(), file.text(), from, from + content.length()));
    }
  }

  /** One line of {@code deps} in a {@code tox.ini}, and what it names. */
  void line(Path path, String content, Location location) {
    included(path, content).ifPresentOrElse(this::read, () -> content(path, content, location));
  }

  private static Optional<Path> included(Path path, String content) {
    Matcher include = INCLUDE.matcher(content);
    return include.lookingAt() ? sibling(path, include.group(1)) : Optional.empty();
  }

  private void content(Path path, String content, Location location) {
    Optional<Path> included = included(path, content);
    if (included.isPresent()) {
      start(included.orElseThrow());
    } else if (!content.startsWith("-")) {
      statements.require(withoutHashes(content), VersionStatement.Kind.LISTED, group, location);
    }
  }

  private static String withoutComment(String line) {
    int at = line.indexOf('#');
    while (at > 0 && !Character.isWhitespace(line.charAt(at - 1))) {
      at = line.indexOf('#', at + 1);
    }
    return at < 0 ? line : line.substring(0, at);
  }

  /** Without what pip verifies the download by, and without the sign that it goes on below. */
  private static String withoutHashes(String content) {
    int at = content.indexOf("--hash");
    while (at > 0 && !Character.isWhitespace(content.charAt(at - 1))) {
      at = content.indexOf("--hash", at + 1);
    }
    String plain = at > 0 ? content.substring(0, at) : content;
    String whole = plain.endsWith("\\") ? plain.substring(0, plain.length() - 1) : plain;
    return whole.stripTrailing();
  }

  private static Optional<Path> sibling(Path path, String name) {
    return PathText.resolve(Optional.ofNullable(path.getParent()).orElse(path), name);
  }
}
