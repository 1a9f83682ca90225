package dev.loopscope.scaffold.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Python on this machine, with its standard library. */
public record CPython(Path executable, String version, int minor, Path library) {
  private static final String QUESTION =
      "import sys, sysconfig; v = sys.version_info; print(*v[:3], sep='.'); print(v[1]);"
          + " print(sysconfig.get_path('stdlib'));"
          + " sys.exit(v[0] != 3 or sys.implementation.name != 'cpython')";
  private static final int OLDEST_MINOR = 9;
  private static final int NEWEST_MINOR = 15;

  /**
   * Every one from 3.9 to 3.15, which are those the parser reads, that {@code PATH} or {@code
   * PYENV_ROOT} leads to, oldest first.
   */
  public static List<CPython> all() {
    TreeMap<String, CPython> byVersion = new TreeMap<>();
    candidates()
        .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
        .flatMap(candidate -> ask(candidate).stream())
        .filter(python -> python.minor >= OLDEST_MINOR && python.minor <= NEWEST_MINOR)
        .forEach(python -> byVersion.putIfAbsent(python.minor / 10 + python.version, python));
    return List.copyOf(byVersion.values());
  }

  private static Stream<Path> candidates() {
    List<Path> candidates = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path bin = Path.of(folder);
      candidates.add(bin.resolve("python3"));
      for (int minor = OLDEST_MINOR; minor <= NEWEST_MINOR; minor++) {
        candidates.add(bin.resolve("python3." + minor));
      }
    }
    String home = System.getProperty("user.home");
    Path pyenv = Path.of(System.getenv().getOrDefault("PYENV_ROOT", home + "/.pyenv"));
    try (DirectoryStream<Path> versions = Files.newDirectoryStream(pyenv.resolve("versions"))) {
      versions.forEach(version -> candidates.add(version.resolve("bin/python3")));
    } catch (IOException e) {
      // No pyenv here.
    }
    return candidates.stream();
  }

  private static Optional<CPython> ask(Path executable) {
    try {
      Process process =
          new ProcessBuilder(executable.toString(), "-I", "-c", QUESTION)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      endAfter(Duration.ofMinutes(5), process);
      process.getOutputStream().close();
      try (InputStream answers = process.getInputStream()) {
        String answer = new String(answers.readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = answer.lines().toList();
        return process.waitFor() == 0 && lines.size() == 3
            ? Optional.of(
                new CPython(
                    executable,
                    lines.get(0),
                    Integer.parseInt(lines.get(1)),
                    Path.of(lines.get(2)).toRealPath()))
            : Optional.empty();
      }
    } catch (IOException e) {
      // Whatever bears the name of a Python and cannot be run, or has no library, is none to ask.
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sees to it that a Python which hangs does not stop the tests. */
  public static void endAfter(Duration limit, Process process) {
    CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
        .execute(process::destroyForcibly);
  }

  /** The files of the standard library, tests of CPython included, in order. */
  public List<Path> libraryFiles() {
    return filesBelow(library).stream()
        .filter(file -> !library.relativize(file).startsWith("site-packages"))
        .filter(file -> !library.relativize(file).startsWith("dist-packages"))
        .toList();
  }

  /** Every Python file below a folder, in order. */
  static List<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return version;
  }
}
