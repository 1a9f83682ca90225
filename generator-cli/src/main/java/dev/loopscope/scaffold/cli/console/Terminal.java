package dev.loopscope.scaffold.cli.console;

import dev.loopscope.scaffold.text.ColourMode;
import java.util.Map;
import java.util.OptionalInt;

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
  private static final int NARROWEST = 60;
  private static final int USUAL = 80;

  /** In a file, source is shown as far as a line of it is not absurdly long. */
  private static final int LONGEST_SOURCE = 120;

  /** Files, pipes, and whatever else shows what it is given. */
  public static Terminal none() {
    return new Terminal(false, 0, false, false, false);
  }

  /**
   * As system properties say, which the launcher sets; without a launcher, none. The environment
   * overrules them: {@code COLUMNS} by a number, {@code NO_COLOR} and {@code FORCE_COLOR} by any
   * text.
   */
  public static Terminal ofProperties(Map<String, String> environment) {
    Terminal found =
        new Terminal(
            Boolean.getBoolean("scaffold.terminal"),
            columns(environment.getOrDefault("COLUMNS", ""))
                .orElseGet(() -> Integer.getInteger("scaffold.columns", 0)),
            Boolean.getBoolean("scaffold.colour"),
            Boolean.getBoolean("scaffold.colour.out"),
            Boolean.getBoolean("scaffold.progress"));
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return found.coloured(ColourMode.NEVER);
    }
    return environment.getOrDefault("FORCE_COLOR", "").isEmpty()
        ? found
        : found.coloured(ColourMode.ALWAYS);
  }

  private static OptionalInt columns(String text) {
    boolean number =
        !text.isEmpty()
            && text.length() <= 5
            && text.chars().allMatch(it -> it >= '0' && it <= '9');
    return number && Integer.parseInt(text) > 0
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** The same with colours as {@code mode} says. */
  public Terminal coloured(ColourMode mode) {
    boolean always = mode == ColourMode.ALWAYS;
    return mode == ColourMode.AUTO ? this : new Terminal(shown, columns, always, always, progress);
  }

  /** How wide lines of text are to be: no wider than the terminal, and than the eye can follow. */
  public int width() {
    return columns <= 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, columns));
  }

  /** How wide lines of results may be: in files and pipes, one is not torn apart. */
  public int resultWidth() {
    return columns <= 0 ? Integer.MAX_VALUE : width();
  }

  /** How wide lines may be that are cut and not wrapped. */
  public int sourceWidth() {
    return columns <= 0 ? LONGEST_SOURCE : Math.max(NARROWEST, columns);
  }
}
