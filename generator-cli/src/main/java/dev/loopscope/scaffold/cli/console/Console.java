package dev.loopscope.scaffold.cli.console;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.text.ColourMode;
import dev.loopscope.scaffold.text.Printable;
import dev.loopscope.scaffold.text.Style;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Owns both streams. Nothing that a user typed or a file holds reaches a terminal with control
 * characters in it. Everything is UTF-8, whatever the locale.
 */
public final class Console {
  private static final int LONGEST_ANSWER = 10_000;

  private final OutputStream out;
  private final OutputStream err;
  private Terminal terminal;
  private final Optional<InputStream> answers;
  private Optional<IOException> failure = Optional.empty();
  private Optional<String> changed = Optional.empty();

  /** Prints to {@code out} and {@code err}, with what {@code terminal} shows. */
  public Console(OutputStream out, OutputStream err, Terminal terminal) {
    this(out, err, terminal, Optional.empty());
  }

  /** The same, where a person answers what is asked. */
  public Console(
      OutputStream out, OutputStream err, Terminal terminal, Optional<InputStream> answers) {
    this.out = new BufferedOutputStream(out);
    this.err = new BufferedOutputStream(err);
    this.terminal = terminal;
    this.answers = answers;
  }

  /** Whether somebody is there to answer. */
  public boolean asks() {
    return answers.isPresent();
  }

  /**
   * Asks, behind all that was printed before, and waits for a line.
   *
   * @param question with the blank behind it
   * @return what was answered, without blanks around it; empty if there is nobody, or no more of
   *     them
   */
  public Optional<String> ask(String question) {
    if (answers.isEmpty() || flush() != Delivery.WHOLE) {
      return Optional.empty();
    }
    complain(Printable.escaped(question));
    try {
      return line(answers.get());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Byte by byte: what follows the line is for the next question. */
  private static Optional<String> line(InputStream answers) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = answers.read();
    if (read < 0) {
      return Optional.empty();
    }
    while (read >= 0 && read != '\n') {
      if (line.size() < LONGEST_ANSWER) {
        line.write(read);
      }
      read = answers.read();
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8).strip());
  }

  /** What the streams lead to. */
  public Terminal terminal() {
    return terminal;
  }

  /** Shows colours when {@code mode} says so. */
  public void colour(ColourMode mode) {
    terminal = terminal.coloured(mode);
  }

  /** Shows {@code text} in place of the progress shown before; an empty one takes it away. */
  public void progress(String text) {
    if (terminal.progress()) {
      complain("\r" + text + "\u001b[K");
    }
  }

  /** Prints one line of the result. */
  public void line(String text) {
    lines(Printable.escaped(text) + "\n");
  }

  /** Prints lines of the product's own making as they are; each ends with {@code \n}. */
  public void lines(String text) {
    print(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Prints a result for programs: byte for byte, but on a terminal only what it can show. */
  public void bytes(byte[] result) {
    print(terminal.shown() ? Printable.lines(result).getBytes(StandardCharsets.UTF_8) : result);
  }

  /** Prints a remark that is no part of the result. */
  public void note(String text) {
    complain(Printable.escaped(text) + "\n");
  }

  /** Prints a refusal in its three lines. */
  public void refuse(Refusal refusal) {
    complain(
        part(Style.ERROR, "scaffold:", refusal.what())
            + part(Style.STRONG, "      at:", refusal.where())
            + part(Style.STRONG, "    next:", refusal.next()));
  }

  /** Prints one line about a defect. */
  public void defect(Throwable defect) {
    complain(
        part(Style.ERROR, "scaffold:", "a defect in scaffold: " + defect + "; please report it"));
  }

  /** Prints where a defect was met. */
  public void trace(Throwable defect) {
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace, true));
    complain(Printable.lines(trace.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private String part(Style style, String label, String text) {
    return style.of(label, terminal.colours()) + " " + Printable.escaped(text) + "\n";
  }

  /** Once a write has failed nothing more is printed: half a result with a hole in it is none. */
  private void print(byte[] result) {
    if (failure.isEmpty()) {
      try {
        out.write(result);
      } catch (IOException e) {
        failure = Optional.of(e);
      }
    }
  }

  private void complain(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // There is no third stream to say so on; the exit code says what happened.
      return;
    }
  }

  /**
   * Says that the disk is not as it was, so that a result that cannot be printed is not asked for
   * by doing all again.
   *
   * @param next what to do in that case
   */
  public void changed(String next) {
    changed = Optional.of(next);
  }

  /** What to do if the result cannot be printed. */
  public String unprintedNext() {
    return changed.orElse("run it again where there is room for the output");
  }

  /** Hands over what is still held back. */
  public Delivery flush() {
    if (failure.isEmpty()) {
      try {
        out.flush();
      } catch (IOException e) {
        failure = Optional.of(e);
      }
    }
    return failure.map(Console::delivery).orElse(Delivery.WHOLE);
  }

  private static Delivery delivery(IOException failure) {
    return failure instanceof StandardOutput.ReaderGoneException
        ? Delivery.WANTED
        : Delivery.BROKEN;
  }
}
