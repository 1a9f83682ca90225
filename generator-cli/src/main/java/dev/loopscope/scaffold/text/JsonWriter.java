package dev.loopscope.scaffold.text;

/**
 * Writes JSON, indented by two, in the order it is told. Trusts its caller to close what it opens.
 */
public final class JsonWriter {
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean first = true;
  private boolean afterKey;

  /** Opens an object or an array: <code>{</code> or {@code [}. */
  public JsonWriter open(String bracket) {
    place();
    text.append(bracket);
    depth++;
    first = true;
    return this;
  }

  /** Closes it again. */
  public JsonWriter close(String bracket) {
    depth--;
    if (!first) {
      newLine();
    }
    text.append(bracket);
    first = false;
    return this;
  }

  /** Writes a member's name; its value follows. */
  public JsonWriter key(String name) {
    string(name);
    text.append(": ");
    afterKey = true;
    return this;
  }

  /** Writes a string, in ASCII. */
  public JsonWriter string(String value) {
    place();
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      append(value.charAt(i));
    }
    text.append('"');
    return this;
  }

  /** Writes a whole number. */
  public JsonWriter number(int value) {
    place();
    text.append(value);
    return this;
  }

  /** Writes {@code true} or {@code false}. */
  public JsonWriter bool(boolean value) {
    place();
    text.append(value);
    return this;
  }

  /** Everything written, and a newline. */
  public String text() {
    return text + "\n";
  }

  private void append(char c) {
    if (c == '"' || c == '\\') {
      text.append('\\').append(c);
    } else if (c == '\n') {
      text.append("\\n");
    } else if (c == '\t') {
      text.append("\\t");
    } else if (c < ' ' || c > '~') {
      Printable.appendEscape(text, c);
    } else {
      text.append(c);
    }
  }

  /** Puts the comma and the line break that come before a value, unless its key has done so. */
  private void place() {
    if (!afterKey && depth > 0) {
      if (!first) {
        text.append(',');
      }
      newLine();
    }
    first = false;
    afterKey = false;
  }

  private void newLine() {
    text.append('\n').append("  ".repeat(depth));
  }
}
