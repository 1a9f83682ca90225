package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.token.Tokens;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the comments that take findings away. */
final class IgnoreComments {
  /** What every such comment holds. */
  private static final String MARKER = "scaffold:";

  // A list of rules is looked for as far as one can be long, and not to the end of a long line.
  private static final Pattern COMMENT =
      Pattern.compile(
          "#\\s*+scaffold:\\s*+ignore(-file)?\\b(?:\\[([^\\]\\r\\n]{0,4000}+)\\])?([^#\\r\\n]*+)");

  private IgnoreComments() {}

  /** Whether a file may have one: most have none, and are not looked through for comments. */
  static boolean mayHold(SourceText source) {
    return source.text().contains(MARKER);
  }

  /** Those of a Python file. */
  static List<IgnoreComment> ofPython(String path, Tokens tokens) {
    List<IgnoreComment> found = new ArrayList<>();
    int line = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.COMMENT) {
        line = find(path, tokens.source(), tokens.start(i), tokens.end(i), line, found);
      }
    }
    return found;
  }

  /** Those of a TOML or INI file. In a quoted value nobody writes one. */
  static List<IgnoreComment> ofConfiguration(String path, SourceText source) {
    List<IgnoreComment> found = new ArrayList<>();
    find(path, source, 0, source.text().length(), 0, found);
    return found;
  }

  /** The line that the last comment is about; {@code before} is that of the one before. */
  private static int find(
      String path, SourceText source, int from, int to, int before, List<IgnoreComment> found) {
    Matcher matcher = COMMENT.matcher(source.text()).region(from, to);
    int line = before;
    while (matcher.find()) {
      // The comments of one block are about the same line, which is looked for once.
      line = Math.max(line, source.lineAt(matcher.start()));
      line = line(source, line);
      Location location =
          new Location(path, source, matcher.start(), trimmedEnd(source.text(), matcher));
      found.add(
          new IgnoreComment(
              location,
              matcher.group(1) != null,
              line,
              rules(matcher.group(2) == null ? "" : matcher.group(2)),
              matcher.group(3).strip()));
    }
    return line;
  }

  private static int trimmedEnd(String text, Matcher matcher) {
    int end = matcher.end();
    while (end > matcher.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Behind something, a comment is about its own line; alone on its line, about the next one. */
  private static int line(SourceText source, int from) {
    int line = from;
    while (line < source.lines() && isComment(source, line)) {
      line++;
    }
    return line;
  }

  private static boolean isComment(SourceText source, int line) {
    int end = line == source.lines() ? source.text().length() : source.lineStart(line + 1);
    return source.text().substring(source.lineStart(line), end).strip().startsWith("#");
  }

  private static List<String> rules(String between) {
    return Arrays.stream(between.split(","))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
