package dev.loopscope.scaffold.execution;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytecode that a Python keeps beside its modules. Compiling what pytest, its plugins and
 * Hypothesis are takes longer than a run, and most environments hold the same files of them: uv
 * keeps their times, by which Python tells whether bytecode is of its source.
 */
final class Bytecode {
  private Bytecode() {}

  /**
   * Copies the bytecode of each module that both environments have, to the byte and the time.
   *
   * @param from an environment of the same Python
   */
  static void copy(Venv from, Venv to) throws IOException {
    for (Path compiled : compiled(from.directory())) {
      Path relative = from.directory().relativize(compiled);
      Path copy = to.directory().resolve(relative);
      Path source = source(relative);
      if (Files.notExists(copy)
          && isSame(from.directory().resolve(source), to.directory().resolve(source))) {
        Directories.make(copy.resolveSibling(""));
        Files.copy(compiled, copy);
      }
    }
  }

  /** Not what pytest has rewritten: unlike Python, it takes over the path in it. */
  private static List<Path> compiled(Path environment) throws IOException {
    List<Path> compiled = new ArrayList<>();
    Files.walkFileTree(
        environment.resolve("lib"),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.endsWith(".pyc") && !name.contains("-pytest-")) {
              compiled.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // A Python of another test is at work, and has given the file its final name.
            return FileVisitResult.CONTINUE;
          }
        });
    return compiled;
  }

  /** The module {@code a/b.py} of {@code a/__pycache__/b.cpython-311.pyc}. */
  private static Path source(Path compiled) {
    String name = compiled.getFileName().toString();
    return compiled
        .resolveSibling("..")
        .resolve(name.substring(0, name.indexOf('.')) + ".py")
        .normalize();
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(one)
        && Files.exists(other)
        && Files.size(one) == Files.size(other)
        && Files.getLastModifiedTime(one).equals(Files.getLastModifiedTime(other));
  }
}
