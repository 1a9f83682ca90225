package dev.loopscope.scaffold.suite.config.document;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TOML as most project files are written: headers of tables, a plain or quoted key to a line,
 * strings, whole numbers, booleans, arrays and inline tables. It reads nothing that is not valid,
 * and says of nothing that it is not: whatever it does not know is left to the library, which takes
 * ten times as long.
 */
final class PlainToml {
  private static final int DEEPEST = 16;
  private static final int MOST_DIGITS = 18;

  /** Something that is rare or wrong. */
  private static final class NotPlainException extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlainException() {
      // Nobody looks at where it was thrown, and finding that out takes long.
      super("", null, false, false);
    }
  }

  private final ConfigFile file;
  private final String text;
  private int at;

  private PlainToml(ConfigFile file) {
    this.file = file;
    this.text = file.text().text();
  }

  /** The root of a file; empty if it is not written plainly, or not valid. */
  static Optional<TomlValue.Table> read(ConfigFile file) {
    try {
      return Optional.of(new PlainToml(file).document());
    } catch (NotPlainException e) {
      return Optional.empty();
    }
  }

  private TomlValue.Table document() throws NotPlainException {
    Map<String, TomlValue.Entry> root = new LinkedHashMap<>();
    Map<String, TomlValue.Entry> table = root;
    while (skipLines()) {
      if (peek() == '[') {
        table = header(root);
      } else {
        keyAndValue(table, 0);
      }
      lineEnd();
    }
    return new TomlValue.Table(location(0, 0), root);
  }

  /** The entries of the table that a header opens. */
  private Map<String, TomlValue.Entry> header(Map<String, TomlValue.Entry> root)
      throws NotPlainException {
    int start = at++;
    List<String> path = new ArrayList<>();
    do {
      blanks();
      path.add(key());
      blanks();
    } while (take('.'));
    require(take(']') && path.size() <= DEEPEST);
    Map<String, TomlValue.Entry> entries = root;
    for (int i = 0; i < path.size(); i++) {
      TomlValue.Entry known = entries.get(path.get(i));
      // A table has one header; what a header above it has opened may be gone into.
      require(known == null || (i < path.size() - 1 && !isInline(known)));
      if (known == null) {
        Location place = location(start, at);
        known = new TomlValue.Entry(place, new TomlValue.Table(place, new LinkedHashMap<>()));
        entries.put(path.get(i), known);
      }
      entries = ((TomlValue.Table) known.value()).entries();
    }
    return entries;
  }

  private boolean isInline(TomlValue.Entry entry) {
    return !(entry.value() instanceof TomlValue.Table)
        || text.charAt(entry.value().location().start()) == '{';
  }

  private void keyAndValue(Map<String, TomlValue.Entry> table, int depth) throws NotPlainException {
    int start = at;
    String key = key();
    Location place = location(start, at);
    blanks();
    require(take('='));
    blanks();
    TomlValue value = value(depth);
    require(table.put(key, new TomlValue.Entry(place, value)) == null);
  }

  private String key() throws NotPlainException {
    char first = peek();
    if (first == '"' || first == '\'') {
      require(!text.startsWith(String.valueOf(first).repeat(2), at));
      return string();
    }
    int start = at;
    while (at < text.length() && isBare(text.charAt(at))) {
      at++;
    }
    require(at > start);
    return text.substring(start, at);
  }

  private static boolean isBare(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private TomlValue value(int depth) throws NotPlainException {
    require(depth < DEEPEST);
    int start = at;
    switch (peek()) {
      case '"', '\'' -> {
        String value = string();
        return new TomlValue.Text(location(start, at), value);
      }
      case '[' -> {
        return array(start, depth);
      }
      case '{' -> {
        return inlineTable(start, depth);
      }
      default -> {
        return word(start);
      }
    }
  }

  private TomlValue word(int start) throws NotPlainException {
    while (at < text.length() && isBare(text.charAt(at))) {
      at++;
    }
    // A full stop or a colon goes on with a float or a time, and a plus sign begins a number.
    require(at > start && (at == text.length() || ",]} \t\n#".indexOf(text.charAt(at)) >= 0));
    String word = text.substring(start, at);
    Location place = location(start, at);
    return switch (word) {
      case "true" -> new TomlValue.Other(place, "True");
      case "false" -> new TomlValue.Other(place, "False");
      default -> {
        require(isWhole(word));
        yield new TomlValue.Other(place, word.equals("-0") ? "0" : word);
      }
    };
  }

  private static boolean isWhole(String word) {
    int from = word.startsWith("-") ? 1 : 0;
    int digits = word.length() - from;
    if (digits == 0 || digits > MOST_DIGITS || (digits > 1 && word.charAt(from) == '0')) {
      return false;
    }
    return word.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
  }

  private TomlValue array(int start, int depth) throws NotPlainException {
    at++;
    List<TomlValue> values = new ArrayList<>();
    while (true) {
      require(skipLines());
      if (take(']')) {
        return new TomlValue.Items(location(start, at), List.copyOf(values));
      }
      values.add(value(depth + 1));
      require(skipLines());
      require(peek() == ']' || take(','));
    }
  }

  private TomlValue inlineTable(int start, int depth) throws NotPlainException {
    at++;
    Map<String, TomlValue.Entry> entries = new LinkedHashMap<>();
    blanks();
    while (!take('}')) {
      keyAndValue(entries, depth + 1);
      blanks();
      if (take(',')) {
        blanks();
        // TOML 1.0 knows no comma behind the last one.
        require(peek() != '}');
      } else {
        require(peek() == '}');
      }
    }
    return new TomlValue.Table(location(start, at), entries);
  }

  private String string() throws NotPlainException {
    char quote = peek();
    String three = String.valueOf(quote).repeat(3);
    boolean lines = text.startsWith(three, at);
    String end = lines ? three : String.valueOf(quote);
    at += end.length();
    if (lines) {
      take('\n');
    }
    StringBuilder value = new StringBuilder();
    while (!text.startsWith(end, at)) {
      char c = peek();
      at++;
      if (c == '\\' && quote == '"') {
        value.append(escaped());
      } else {
        require(isText(c) || (lines && c == '\n'));
        value.append(c);
      }
    }
    at += end.length();
    // A long string may end with quotes of its own.
    require(!lines || at == text.length() || text.charAt(at) != quote);
    return value.toString();
  }

  private char escaped() throws NotPlainException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> throw new NotPlainException();
    };
  }

  /** Goes on behind blanks, comments and line ends; false at the end of the text. */
  private boolean skipLines() throws NotPlainException {
    while (true) {
      blanks();
      if (at == text.length()) {
        return false;
      }
      if (peek() == '#') {
        comment();
      } else if (!take('\n')) {
        return true;
      }
    }
  }

  private void lineEnd() throws NotPlainException {
    blanks();
    if (at < text.length() && peek() == '#') {
      comment();
    }
    require(at == text.length() || take('\n'));
  }

  private void comment() throws NotPlainException {
    while (at < text.length() && peek() != '\n') {
      require(isText(peek()));
      at++;
    }
  }

  /** Control characters are forbidden. Whether half a character is, is for the library to say. */
  private static boolean isText(char c) {
    return c == '\t' || (c >= ' ' && c != 0x7F && !Character.isSurrogate(c));
  }

  private void blanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private char peek() throws NotPlainException {
    require(at < text.length());
    return text.charAt(at);
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private static void require(boolean plain) throws NotPlainException {
    if (!plain) {
      throw new NotPlainException();
    }
  }

  private Location location(int start, int end) {
    return new Location(file.path(), file.text(), start, end);
  }
}
