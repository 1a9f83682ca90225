package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.text.Printable;
import java.io.PrintStream;

/**
 * Owns both streams. Nothing that a user typed reaches a terminal with control characters in it.
 */
public final class Console {
  private static final String RED = "\u001b[1;31m";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean colours;
  private final boolean resultColours;
  private final boolean progress;

  /**
   * Prints to {@code out} and {@code err}, and neither to a terminal that shows progress nor to one
   * that shows results in colours.
   *
   * @param colours whether refusals are coloured
   */
  public Console(PrintStream out, PrintStream err, boolean colours) {
    this(out, err, colours, false, false);
  }

  /**
   * Prints to {@code out} and {@code err}.
   *
   * @param colours whether refusals are coloured
   * @param resultColours whether results may be coloured
   * @param progress whether {@code err} is a terminal, on which a line can be taken back
   */
  public Console(
      PrintStream out, PrintStream err, boolean colours, boolean resultColours, boolean progress) {
    this.out = out;
    this.err = err;
    this.colours = colours;
    this.resultColours = resultColours;
    this.progress = progress;
  }

  /** Whether results may be coloured. */
  boolean resultColours() {
    return resultColours;
  }

  /** Whether progress is shown at all. */
  boolean showsProgress() {
    return progress;
  }

  /** Shows {@code text} in place of the progress shown before; an empty one takes it away. */
  void progress(String text) {
    if (progress) {
      err.print("\r" + text + "\u001b[K");
      err.flush();
    }
  }

  /** Prints one line of the result. */
  public void line(String text) {
    out.print(Printable.escaped(text));
    out.print('\n');
  }

  /** Prints lines of the product's own making as they are; each ends with {@code \n}. */
  public void lines(String text) {
    out.print(text);
  }

  /** Prints a remark that is no part of the result. */
  void note(String text) {
    err.print(Printable.escaped(text));
    err.print('\n');
  }

  /** Prints a refusal in its three lines. */
  public void refuse(Refusal refusal) {
    error(RED, "scaffold:", refusal.what());
    error("", "      at:", refusal.where());
    error(BOLD, "    next:", refusal.next());
  }

  /** Prints one line about a defect. */
  public void defect(Throwable failure) {
    error(RED, "scaffold:", "a defect in scaffold: " + failure + "; please report it");
  }

  /** Prints where a defect was met. */
  public void trace(Throwable failure) {
    failure.printStackTrace(err);
  }

  private void error(String colour, String label, String text) {
    boolean coloured = colours && !colour.isEmpty();
    err.print(coloured ? colour + label + PLAIN : label);
    err.print(' ');
    err.print(Printable.escaped(text));
    err.print('\n');
  }

  /**
   * Hands over what is still held back.
   *
   * @return whether everything could be printed
   */
  boolean flush() {
    boolean failed = out.checkError();
    err.flush();
    return !failed;
  }
}
