package dev.loopscope.scaffold.cli.verify;

import dev.loopscope.scaffold.change.Failures;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.Printed;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a suite that was written, in a virtual environment that it gets for that, and keeps. */
public final class SuiteTrial {
  private static final int SHOWN = 20;
  private static final int MINUTES = 15;
  private static final Duration PATIENCE = Duration.ofMinutes(MINUTES);

  /** One thing to run. */
  private record Step(String told, List<String> command) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("making .venv", List.of("python3", "-m", "venv", ".venv")),
          new Step(
              "installing",
              List.of(".venv/bin/python", "-m", "pip", "install", "--quiet", "--upgrade", "pip")),
          new Step(
              "installing",
              List.of(
                  ".venv/bin/python",
                  "-m",
                  "pip",
                  "install",
                  "--quiet",
                  "--editable",
                  ".",
                  "--group",
                  "dev")),
          new Step("running the tests", List.of(".venv/bin/python", "-m", "pytest", "-q")));

  private final Console console;
  private final Consumer<String> summary;

  /**
   * Tells how it goes.
   *
   * @param summary takes the line that pytest ends with if all tests pass
   */
  public SuiteTrial(Console console, Consumer<String> summary) {
    this.console = console;
    this.summary = summary;
  }

  /**
   * Runs it.
   *
   * @return what did not work, after the end of what was said of it; empty if all tests pass
   */
  public Optional<Refusal> of(Path directory) {
    String said = "";
    for (Step step : STEPS) {
      console.progress(step.told() + " ...");
      try {
        Optional<Printed> printed =
            Printed.by(
                new ProcessBuilder(command(step, directory))
                    .directory(directory.toFile())
                    .redirectErrorStream(true),
                PATIENCE);
        said = printed.map(Printed::text).orElse("it did not end in " + MINUTES + " minutes");
        if (printed.isEmpty() || printed.get().exit() != 0) {
          return Optional.of(failed(step, said));
        }
      } catch (IOException e) {
        return Optional.of(failed(step, Failures.reason(e)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of(failed(step, "it was interrupted"));
      } finally {
        console.progress("");
      }
    }
    said.lines()
        .filter(line -> !line.isBlank())
        .reduce((before, line) -> line)
        .ifPresent(line -> summary.accept("pytest: " + line));
    return Optional.empty();
  }

  /** A program of the environment is looked for from where scaffold runs, and not from there. */
  private static List<String> command(Step step, Path directory) {
    List<String> command = new ArrayList<>(step.command());
    if (command.get(0).startsWith(".venv")) {
      command.set(0, directory.toAbsolutePath().resolve(command.get(0)).toString());
    }
    return command;
  }

  private Refusal failed(Step step, String said) {
    List<String> lines = said.lines().toList();
    lines
        .subList(Math.max(0, lines.size() - SHOWN), lines.size())
        .forEach(line -> console.note(Printable.escaped(line)));
    return new Refusal(
        "the suite is written, and " + step.told() + " failed",
        String.join(" ", step.command()),
        "mend what is said above, and run that in the suite");
  }
}
