package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import dev.loopscope.scaffold.text.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process of the project's Python that keeps the directory of a run: the plugin lies there, and
 * what it writes. It deletes it when it is closed, and when this process ends, however it does.
 */
final class Keeper implements AutoCloseable {
  private static final String SCRIPT = "keep.py";
  private static final String RUN = "loopscope_trace_run.py";
  private static final List<String> FILES = List.of("loopscope_trace.py", RUN);

  private final Process process;
  private final BufferedReader answers;
  private final Map<?, ?> first;

  private Keeper(Process process, BufferedReader answers, Map<?, ?> first) {
    this.process = process;
    this.answers = answers;
    this.first = first;
  }

  /** Starts one; empty if the program is no Python, or too old a one. */
  static Optional<Keeper> start(String program) {
    Process process;
    try {
      process =
          new ProcessBuilder(program, "-B", "-c", resource(SCRIPT))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return Optional.empty();
    }
    try {
      JsonWriter files = new JsonWriter().open("{");
      FILES.forEach(name -> files.key(name).string(resource(name)));
      Writer asked = process.outputWriter(StandardCharsets.UTF_8);
      asked.append(files.close("}").text().replace("\n", "")).append('\n').flush();
      BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        // What an environment runs when its Python starts may print lines of its own.
        Optional<Map<?, ?>> first = answer(line);
        if (first.isPresent()) {
          return Optional.of(new Keeper(process, answers, first.get()));
        }
      }
    } catch (IOException e) {
      // It has ended: it is no Python of ours.
      process.destroy();
      return Optional.empty();
    }
    process.destroy();
    return Optional.empty();
  }

  private static Optional<Map<?, ?>> answer(String line) {
    try {
      return JsonReader.read(line) instanceof Map<?, ?> map && map.containsKey("place")
          ? Optional.of(map)
          : Optional.empty();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static String resource(String name) {
    try (InputStream stream = Keeper.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  /** The version of Python. */
  String python() {
    return text("python");
  }

  /** The version of pytest; empty if it has none, and then there is no directory either. */
  String pytest() {
    return text("pytest");
  }

  /** What runs pytest with the plugin. */
  Path run() {
    return place().resolve(RUN);
  }

  /** The directory that it keeps. */
  Path place() {
    return Path.of(text("place"));
  }

  private String text(String name) {
    return first.get(name) instanceof String text ? text : "";
  }

  /** The lines that the plugin has written, of all processes. */
  List<String> lines() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append("read\n").flush();
    String line = answers.readLine();
    try {
      List<String> lines = new ArrayList<>();
      if (line != null && JsonReader.read(line) instanceof List<?> list) {
        list.forEach(it -> lines.add(it.toString()));
      }
      return lines;
    } catch (JsonException e) {
      throw new IOException("the record cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      process.outputWriter(StandardCharsets.UTF_8).close();
      process.waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }
}
