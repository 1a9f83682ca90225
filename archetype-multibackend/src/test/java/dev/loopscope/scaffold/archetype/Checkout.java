package dev.loopscope.scaffold.archetype;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** This project's sources as a fresh clone has them, and trees of files as values. */
final class Checkout {
  /** What a clone has at its top; a suite that somebody wrote beside them is not the project's. */
  private static final List<String> CLONED =
      List.of(
          ".ci",
          ".editorconfig",
          ".gitattributes",
          ".gitignore",
          ".mvn",
          ".pre-commit-hooks.yaml",
          "CHANGELOG.md",
          "CONTRIBUTING.md",
          "LICENSE",
          "README.md",
          "action.yml",
          "archetype-explicit-scope",
          "archetype-multibackend",
          "benchmarks",
          "docs",
          "generator-cli",
          "pom.xml",
          "scaffold",
          "scaffold-maven-plugin");

  private static final Set<String> BUILT = Set.of("target", ".venv", "__pycache__");

  private Checkout() {}

  /** Copies the sources to {@code clone}, without anything that was built. */
  static void cloneTo(Path clone) throws IOException {
    clone(Path.of(".."), clone);
  }

  /** Copies the sources in {@code project} to {@code clone}, and nothing that lies beside them. */
  static void clone(Path project, Path clone) throws IOException {
    Files.createDirectories(clone);
    for (String name : CLONED) {
      copy(project.resolve(name), clone.resolve(name));
    }
  }

  /** Copies a file, or a directory without anything that was built, and returns {@code copy}. */
  static Path copy(Path from, Path copy) throws IOException {
    Path original = from.toAbsolutePath().normalize();
    Files.walkFileTree(
        original,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
              throws IOException {
            if (BUILT.contains(visited.getFileName().toString()) && !visited.equals(original)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(original.relativize(visited).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(visited, copy.resolve(original.relativize(visited).toString()));
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
