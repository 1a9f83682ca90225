package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A terminal of tmux's, in which one command runs. */
final class RealTerminal implements AutoCloseable {
  /** Against standing still: the slowest command takes a second on a processor of its own. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String END = "[ended with ";

  private final Path directory;
  private final Path socket;

  private RealTerminal(Path directory, Path socket) {
    this.directory = directory;
    this.socket = socket;
  }

  /** Runs {@code line} of a shell there, on a screen of so many columns and 200 lines. */
  static RealTerminal running(Path directory, int columns, String line)
      throws IOException, InterruptedException {
    // A socket's path may have some 100 bytes, and a temporary directory of a test has more.
    Path socket = Files.createTempDirectory("tmux").resolve("s");
    RealTerminal terminal = new RealTerminal(directory, socket);
    terminal.tmux(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-x",
        Integer.toString(columns),
        "-y",
        "200",
        line + "; printf '" + END + "%s]' $?; exec cat");
    return terminal;
  }

  /** Types {@code answer} and Enter, once what is asked waits for it. */
  void answer(String answer) throws IOException, InterruptedException {
    await(screen -> screen.stripTrailing().endsWith("]:"));
    if (!answer.isEmpty()) {
      tmux("send-keys", "-l", answer);
      await(screen -> screen.stripTrailing().endsWith("]: " + answer));
    }
    String answered = screen();
    tmux("send-keys", "Enter");
    // What is asked next may be asked in the same words.
    await(screen -> !screen.equals(answered));
  }

  /** The screen behind the end of the command: its lines, without blanks behind them. */
  String shown() throws IOException, InterruptedException {
    await(screen -> screen.contains(END));
    return screen();
  }

  /** The same with the sequences that colour it. */
  String coloured() throws IOException, InterruptedException {
    await(screen -> screen.contains(END));
    return tmux("capture-pane", "-p", "-e");
  }

  private String screen() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p").stripTrailing() + "\n";
  }

  private void await(Predicate<String> reached) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!reached.test(screen())) {
      assertThat(Instant.now()).as(screen()).isBefore(end);
      Thread.sleep(100);
    }
  }

  private String tmux(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", BuiltClone.JAVA_HOME.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder
        .environment()
        .keySet()
        .removeAll(
            List.of(
                "COLUMNS",
                "FORCE_COLOR",
                "JAVA_TOOL_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "NO_COLOR",
                "SCAFFOLD_DEBUG",
                "TMUX",
                "VIRTUAL_ENV"));
    Process tmux = builder.redirectErrorStream(true).start();
    String printed = new String(tmux.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tmux.waitFor()).as(printed).isZero();
    return printed;
  }

  @Override
  public void close() throws IOException {
    try {
      tmux("kill-server");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(socket);
    Files.deleteIfExists(socket.resolveSibling(""));
  }
}
