package dev.loopscope.scaffold.text;

/** Text in lines. */
public final class Paragraph {
  private Paragraph() {}

  /**
   * {@code text} in lines that end with {@code \n} and are at most {@code width} columns wide,
   * except for words that are wider than that.
   *
   * @param first what the first line starts with
   * @param rest what every other line starts with
   */
  public static String of(String text, String first, String rest, int width) {
    StringBuilder lines = new StringBuilder(first);
    int column = DisplayWidth.of(first);
    boolean lineIsEmpty = true;
    for (String word : text.split(" ", -1)) {
      int wide = DisplayWidth.of(word);
      if (!lineIsEmpty && column + 1 + wide > width) {
        lines.append('\n').append(rest);
        column = DisplayWidth.of(rest);
        lineIsEmpty = true;
      }
      if (!lineIsEmpty) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += wide;
      lineIsEmpty = false;
    }
    return lines.append('\n').toString();
  }
}
