package dev.loopscope.scaffold.python.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the encoding declaration of PEP 263: {@code coding[:=]\s*([-\w.]+)} in a comment that has
 * the first or the second line to itself; in the second only if the first is blank or a comment.
 */
final class EncodingDeclaration {
  private static final String WORD = "coding";

  private EncodingDeclaration() {}

  /** The declared name, as it is written. */
  static Optional<String> find(byte[] bytes, int from) {
    int firstEnd = lineEnd(bytes, from);
    Optional<String> first = inLine(bytes, from, firstEnd);
    if (first.isPresent() || !holdsNoCode(bytes, from, firstEnd)) {
      return first;
    }
    int second = afterLineEnd(bytes, firstEnd);
    return inLine(bytes, second, lineEnd(bytes, second));
  }

  private static Optional<String> inLine(byte[] bytes, int from, int end) {
    int comment = afterBlanks(bytes, from, end);
    if (comment == end || bytes[comment] != '#') {
      return Optional.empty();
    }
    String line = new String(bytes, comment, end - comment, StandardCharsets.ISO_8859_1);
    for (int at = line.indexOf(WORD); at >= 0; at = line.indexOf(WORD, at + 1)) {
      int name = at + WORD.length();
      if (name < line.length() && (line.charAt(name) == ':' || line.charAt(name) == '=')) {
        name++;
        while (name < line.length() && (line.charAt(name) == ' ' || line.charAt(name) == '\t')) {
          name++;
        }
        int nameEnd = name;
        while (nameEnd < line.length() && isNameCharacter(line.charAt(nameEnd))) {
          nameEnd++;
        }
        if (nameEnd > name) {
          return Optional.of(line.substring(name, nameEnd));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }

  private static boolean holdsNoCode(byte[] bytes, int from, int end) {
    int at = afterBlanks(bytes, from, end);
    return at == end || bytes[at] == '#';
  }

  private static int afterBlanks(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\f')) {
      at++;
    }
    return at;
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  private static int afterLineEnd(byte[] bytes, int lineEnd) {
    if (lineEnd == bytes.length) {
      return lineEnd;
    }
    boolean two =
        bytes[lineEnd] == '\r' && lineEnd + 1 < bytes.length && bytes[lineEnd + 1] == '\n';
    return lineEnd + (two ? 2 : 1);
  }
}
