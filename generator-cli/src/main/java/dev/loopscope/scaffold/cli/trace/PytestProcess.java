package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.cli.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of pytest that records. What it prints is passed through as it comes: to a terminal by
 * nobody in between, so that it can ask and be answered there.
 *
 * @param console where it prints
 * @param toStandardError whether all of it goes there, because standard output holds a result
 */
record PytestProcess(Console console, boolean toStandardError) {
  private static final int CHUNK = 8192;

  /**
   * Runs it to its end.
   *
   * @param arguments pytest's
   * @return what it exits with
   */
  int run(ChosenPython python, Keeper keeper, Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.program(), keeper.run().toString()));
    command.add(toStandardError ? "all-to-stderr" : "as-it-is");
    command.addAll(List.of("-p", "loopscope_trace"));
    command.addAll(arguments);
    ProcessBuilder program = new ProcessBuilder(command).directory(directory.toFile());
    boolean shown = toStandardError ? console.terminal().progress() : console.terminal().shown();
    return shown ? inherited(program) : piped(program);
  }

  private static int inherited(ProcessBuilder program) throws IOException, InterruptedException {
    return program.inheritIO().start().waitFor();
  }

  private int piped(ProcessBuilder program) throws IOException, InterruptedException {
    Process process = program.redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      if (toStandardError) {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
          said.lines().forEach(console::note);
        }
      } else {
        pass(process.getInputStream());
      }
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  private void pass(InputStream said) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int read = said.read(chunk); read >= 0; read = said.read(chunk)) {
      console.bytes(java.util.Arrays.copyOf(chunk, read));
      console.flush();
    }
  }
}
