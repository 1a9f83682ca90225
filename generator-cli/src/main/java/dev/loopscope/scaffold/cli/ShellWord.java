package dev.loopscope.scaffold.cli;

/** Words as a POSIX shell reads them. */
final class ShellWord {
  private static final String SAFE = "._-/+,@%:";

  private ShellWord() {}

  /** {@code text} as one word that can be pasted after {@code cd}. */
  static String quoted(String text) {
    String path = text.startsWith("-") ? "./" + text : text;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!safe && SAFE.indexOf(c) < 0) {
        return "'" + path.replace("'", "'\\''") + "'";
      }
    }
    return path;
  }
}
