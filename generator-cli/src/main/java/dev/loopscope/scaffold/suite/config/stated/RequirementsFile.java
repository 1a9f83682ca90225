package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
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

  RequirementsFile(ConfigFiles files, VersionStatements statements, String group, Set<Path> seen) {
    this.files = files;
    this.statements = statements;
    this.group = group;
    this.seen = seen;
  }

  /** Reads a file, unless it was read before. */
  void read(Path path) {
    if (seen.add(path)) {
      ConfigFiles.Content content = files.content(path);
      content.error().ifPresent(statements::unreadable);
      content.file().ifPresent(file -> lines(path, file));
    }
  }

  private void lines(Path path, ConfigFile file) {
    String text = file.text().text();
    for (int line = 1; line <= file.text().lines(); line++) {
      int start = file.text().lineStart(line);
      int end = line < file.text().lines() ? file.text().lineStart(line + 1) : text.length();
      String written = text.substring(start, end);
      String content = withoutComment(written).strip();
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
