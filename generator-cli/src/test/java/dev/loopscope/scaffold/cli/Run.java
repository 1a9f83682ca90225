package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.Delivery;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One command line, run in this process.
 *
 * @param end how it ended
 * @param out what it printed
 * @param err what it complained about
 */
record Run(ExitCode end, String out, String err) {
  static Run in(Path directory, String... arguments) {
    return asking(Questions.ALL, directory, arguments);
  }

  /** The same at a terminal, on which somebody types {@code answers}. */
  static Run answering(String answers, Path directory, String... arguments) {
    InputStream typed = new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8));
    return run(Questions.ALL, Optional.of(typed), directory, arguments);
  }

  /** The same of a product that asks {@code questions}. */
  static Run asking(Questions questions, Path directory, String... arguments) {
    return run(questions, Optional.empty(), directory, arguments);
  }

  private static Run run(
      Questions questions, Optional<InputStream> answers, Path directory, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, Terminal.none(), answers);
    ExitCode end = new Scaffold(console, directory, true, questions).run(arguments);
    assert console.flush() == Delivery.WHOLE;
    return new Run(end, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
