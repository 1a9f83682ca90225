package dev.loopscope.scaffold.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Redis that belongs to others: a suite is told of it by REDIS_URL. */
final class RedisServer implements AutoCloseable {
  private final Path directory;
  private final Process process;

  private RedisServer(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /** Starts one without a key. */
  static RedisServer start() {
    try {
      Path directory = Files.createTempDirectory(Path.of("/tmp"), "scaffold-redis");
      Process process =
          new ProcessBuilder(
                  "redis-server",
                  "--port",
                  "0",
                  "--unixsocket",
                  directory.resolve("socket").toString(),
                  "--save",
                  "",
                  "--dir",
                  directory.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("output").toFile())
              .start();
      RedisServer server = new RedisServer(directory, process);
      Waiting.until(Duration.ofMinutes(5), () -> Files.exists(directory.resolve("socket")));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What REDIS_URL is set to. */
  String url() {
    return "unix://" + directory.resolve("socket");
  }

  /** What {@code redis-cli} prints. */
  String ask(String... words) {
    List<String> command =
        new ArrayList<>(List.of("redis-cli", "-s", directory.resolve("socket").toString()));
    command.addAll(List.of(words));
    return Command.of(command).run().orFail("redis-cli").strip();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    Directories.delete(directory);
  }
}
