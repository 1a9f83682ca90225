package dev.loopscope.scaffold.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) into maps, lists, strings, {@link Double}s and {@link Boolean}s. {@code
 * null} is refused: nothing that is read here has a use for it.
 */
public final class JsonReader {
  private static final int DEEPEST = 100;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads one value.
   *
   * @throws JsonException if {@code text} is something else
   */
  public static Object read(String text) throws JsonException {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.unexpected();
    }
    return value;
  }

  private Object value() throws JsonException {
    blanks();
    char next = peek();
    if (next == '{' || next == '[') {
      if (++depth > DEEPEST) {
        throw new JsonException("is nested too deeply", line());
      }
      Object value = next == '{' ? object() : array();
      depth--;
      return value;
    }
    return switch (next) {
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private Map<String, Object> object() throws JsonException {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    blanks();
    if (skip('}')) {
      return members;
    }
    do {
      blanks();
      String name = string();
      blanks();
      expect(':');
      members.put(name, value());
      blanks();
    } while (skip(','));
    expect('}');
    return members;
  }

  private List<Object> array() throws JsonException {
    List<Object> items = new ArrayList<>();
    at++;
    blanks();
    if (skip(']')) {
      return items;
    }
    do {
      items.add(value());
      blanks();
    } while (skip(','));
    expect(']');
    return items;
  }

  private String string() throws JsonException {
    expect('"');
    StringBuilder characters = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        at--;
        throw unexpected();
      }
      characters.append(c == '\\' ? escaped() : c);
    }
    at++;
    return characters.toString();
  }

  private char escaped() throws JsonException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        at--;
        throw unexpected();
      }
    };
  }

  private char unicode() throws JsonException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw unexpected();
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private Object word(String word, Object value) throws JsonException {
    if (!text.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
    return value;
  }

  private Object number() throws JsonException {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Double.valueOf(text.substring(start, at));
    } catch (NumberFormatException e) {
      at = start;
      throw unexpected();
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws JsonException {
    if (at >= text.length()) {
      throw new JsonException("ends too early", line());
    }
    return text.charAt(at);
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) throws JsonException {
    if (peek() != c) {
      throw unexpected();
    }
    at++;
  }

  private JsonException unexpected() {
    return new JsonException(
        at < text.length() ? "has an unexpected `" + text.charAt(at) + "`" : "ends too early",
        line());
  }

  private int line() {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
