package dev.loopscope.scaffold.cli.line;

/** Words as a POSIX shell reads them. */
public final class ShellWord {
  private static final String SAFE = "._-/+,@%:=";

  private ShellWord() {}

  /** {@code path} as one word that can be pasted after {@code cd}. */
  public static String path(String path) {
    return quoted(path.startsWith("-") ? "./" + path : path);
  }

  /** {@code text} as one word. */
  public static String quoted(String text) {
    if (text.isEmpty()) {
      return "''";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!safe && SAFE.indexOf(c) < 0) {
        return "'" + text.replace("'", "'\\''") + "'";
      }
    }
    return text;
  }
}
