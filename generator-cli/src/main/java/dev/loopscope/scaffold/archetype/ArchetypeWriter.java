package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Writes what an archetype's module is built and tested from. Runs in that module's build. */
public final class ArchetypeWriter {
  private static final String REFERENCE = "reference";
  private static final String PROPERTIES = "archetype.properties";

  private ArchetypeWriter() {}

  /**
   * Does one of three things for an archetype.
   *
   * <ul>
   *   <li>{@code resources ARCHETYPE DIRECTORY}: writes what is in the archetype's jar.
   *   <li>{@code projects ARCHETYPE DIRECTORY}: writes an integration test for each combination of
   *       properties.
   *   <li>{@code references ARCHETYPE DIRECTORY}: writes the {@code reference} of each integration
   *       test there anew.
   * </ul>
   *
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Archetype archetype = Questions.ARCHETYPE.parse(args[1]);
    Path directory = Path.of(args[2]);
    switch (args[0]) {
      case "resources" -> write(ArchetypeResources.of(archetype), directory);
      case "projects" -> write(IntegrationProjects.of(archetype), directory);
      case "references" -> writeReferences(archetype, directory);
      default -> throw new IllegalArgumentException("no task is called " + args[0]);
    }
  }

  private static void writeReferences(Archetype archetype, Path projects) throws IOException {
    try (Stream<Path> found = Files.list(projects)) {
      for (Path project : found.sorted().toList()) {
        Path reference = project.resolve(REFERENCE);
        delete(reference);
        write(
            IntegrationProjects.reference(archetype, properties(project.resolve(PROPERTIES))),
            reference);
      }
    }
  }

  private static Map<String, String> properties(Path file) throws IOException {
    Properties read = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      read.load(reader);
    }
    Map<String, String> properties = new LinkedHashMap<>();
    read.stringPropertyNames().forEach(key -> properties.put(key, read.getProperty(key)));
    return properties;
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> found = Files.walk(directory)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }

  private static void write(FileTree tree, Path directory) throws IOException {
    for (RenderedFile file : tree.files()) {
      Path path = directory.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.write(path, file.utf8());
    }
  }
}
