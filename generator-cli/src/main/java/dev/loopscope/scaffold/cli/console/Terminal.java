package dev.loopscope.scaffold.cli.console;

/**
 * What the two streams lead to, as the launcher found it.
 *
 * @param shown whether standard output is a terminal, which obeys control characters
 * @param columns how wide it is; 0 if that is not known
 * @param colours whether refusals are coloured
 * @param resultColours whether results may be coloured
 * @param progress whether standard error is a terminal, on which a line can be taken back
 */
public record Terminal(
    boolean shown, int columns, boolean colours, boolean resultColours, boolean progress) {
  private static final int WIDEST = 100;
  private static final int NARROWEST = 40;
  private static final int USUAL = 80;

  /** In a file, source is shown as far as a line of it is not absurdly long. */
  private static final int LONGEST_SOURCE = 120;

  /** Files, pipes, and whatever else shows what it is given. */
  public static Terminal none() {
    return new Terminal(false, 0, false, false, false);
  }

  /** As system properties say, which the launcher sets; without a launcher, none. */
  public static Terminal ofProperties() {
    return new Terminal(
        Boolean.getBoolean("scaffold.terminal"),
        Integer.getInteger("scaffold.columns", 0),
        Boolean.getBoolean("scaffold.colour"),
        Boolean.getBoolean("scaffold.colour.out"),
        Boolean.getBoolean("scaffold.progress"));
  }

  /** How wide lines of text are to be: no wider than the terminal, and than the eye can follow. */
  public int width() {
    return columns <= 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, columns));
  }

  /** How wide lines may be that are cut and not wrapped. */
  public int sourceWidth() {
    return columns <= 0 ? LONGEST_SOURCE : Math.max(NARROWEST, columns);
  }
}
