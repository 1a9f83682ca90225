package dev.loopscope.scaffold.execution;

import dev.loopscope.scaffold.text.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Runs {@code python -m pytest} as {@link Command} does, in a process of its own each time, but as
 * forks of processes that have imported pytest already: that takes longer than most runs do.
 */
final class PytestForks {
  private static final Path SCRIPT = Path.of("src/test/resources/execution/forked_pytest.py");

  /** Catches what never ends, on machines that others keep busy as well. */
  private static final Duration BY_ITSELF = Duration.ofMinutes(10);

  private final Path basedir;
  private final Map<String, Deque<Parent>> idle = new HashMap<>();

  /** Parents end with this process, when the pipe that they read breaks. */
  PytestForks(Path basedir) {
    this.basedir = basedir;
  }

  /**
   * Runs a command to its end.
   *
   * @param command {@code python -m pytest} with its arguments
   * @throws AssertionError if it is not over in time, neither as a fork nor by itself; it and all
   *     it started are ended then
   */
  Command.Ended run(Command command) {
    if (!command.words().subList(1, 3).equals(List.of("-m", "pytest"))) {
      throw new IllegalArgumentException("no run of pytest: " + command.words());
    }
    try {
      String python = command.words().get(0);
      Optional<Parent> taken = take(python);
      Parent parent = taken.isPresent() ? taken.get() : Parent.start(python, basedir);
      Optional<Command.Ended> ended = parent.run(command);
      if (ended.isEmpty()) {
        // With Hypothesis on anyio 4.15, a fork was seen to stand still on a busy machine. What
        // users run is no fork: one that stands still there too fails.
        System.err.println("stood still as a fork, and is run by itself: " + command.directory());
        return command.within(BY_ITSELF).run();
      }
      give(python, parent);
      return ended.orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Optional<Parent> take(String python) {
    return Optional.ofNullable(idle.computeIfAbsent(python, it -> new ArrayDeque<>()).poll());
  }

  private synchronized void give(String python, Parent parent) {
    idle.getOrDefault(python, new ArrayDeque<>()).push(parent);
  }

  /** A process that has imported pytest, and does one run at a time. */
  private record Parent(Process process, BufferedReader answers) {
    static Parent start(String python, Path basedir) throws IOException {
      Process process =
          Command.of(python, basedir.resolve(SCRIPT).toString())
              .builder()
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new Parent(process, process.inputReader(StandardCharsets.UTF_8));
    }

    /** Empty if it was not over in time. */
    Optional<Command.Ended> run(Command command) throws IOException {
      Path output = Files.createTempFile("scaffold-it", ".out");
      try {
        process.outputWriter(StandardCharsets.UTF_8).append(request(command, output)).flush();
        OptionalInt exitCode = exitCode(command, output);
        return exitCode.isEmpty()
            ? Optional.empty()
            : Optional.of(new Command.Ended(exitCode.getAsInt(), Command.read(output)));
      } finally {
        Files.delete(output);
      }
    }

    private static String request(Command command, Path output) {
      JsonWriter json = new JsonWriter().open("[");
      json.string(command.directory().toString()).string(output.toString());
      json.string(
          command.settings().entrySet().stream()
              .map(setting -> setting.getKey() + "=" + setting.getValue())
              .collect(Collectors.joining("\n")));
      command.words().stream().skip(3).forEach(json::string);
      return json.close("]").text().replace('\n', ' ') + "\n";
    }

    private OptionalInt exitCode(Command command, Path output) throws IOException {
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::answer);
      try {
        return OptionalInt.of(
            Integer.parseInt(answer.get(command.limit().toMillis(), TimeUnit.MILLISECONDS)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | NumberFormatException e) {
        end();
        throw new AssertionError(process.info() + " answered " + e + Command.read(output), e);
      } catch (TimeoutException e) {
        end();
        return OptionalInt.empty();
      }
      end();
      throw new AssertionError(command.words() + " was interrupted:\n" + Command.read(output));
    }

    private String answer() {
      try {
        return String.valueOf(answers.readLine());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void end() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
