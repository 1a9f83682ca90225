package dev.loopscope.scaffold.archetype;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** This project's sources as a fresh clone has them, and trees of files as values. */
final class Checkout {
  private static final Set<String> NOT_CLONED = Set.of("target", ".git", ".idea", ".venv");

  private Checkout() {}

  /** Copies the sources to {@code clone}, without anything that was built. */
  static void cloneTo(Path clone) throws IOException {
    copy(Path.of(".."), clone);
  }

  /** Copies a directory, without anything that was built, and returns {@code copy}. */
  static Path copy(Path directory, Path copy) throws IOException {
    Path original = directory.toAbsolutePath().normalize();
    Files.walkFileTree(
        original,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_CLONED.contains(from.getFileName().toString()) && !from.equals(original)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(original.relativize(from).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(from, copy.resolve(original.relativize(from).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
    return copy;
  }

  /** Deletes a directory, if it is there; what its links lead to stays. */
  static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (var found = Files.walk(directory)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Every file below {@code directory}, by its path, as text. */
  static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var found = Files.walk(directory)) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }
}
