package dev.loopscope.scaffold.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Maven that runs this build, as a user starts it, with a local repository that has every
 * download of the user's and nothing of this project.
 *
 * @param repository the local repository
 */
record Maven(Path repository) {
  /**
   * A run of Maven is too short for the optimizing compiler to pay, which takes half of its time.
   */
  static final String SHORT_RUN = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final String GENERATE =
      "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate";

  /**
   * Links the user's downloads into a repository below {@code target}, and drops what an earlier
   * run has installed there.
   *
   * @param name of the repository: tests of another class may be at work in theirs
   */
  static Maven withoutThisProject(String name) throws IOException {
    Path downloads = Path.of(System.getProperty("maven.repository", ""));
    Path repository = Path.of("target/repository-" + name).toAbsolutePath();
    Checkout.delete(repository.resolve("dev/loopscope"));
    Files.deleteIfExists(repository.resolve("archetype-catalog.xml"));
    link(downloads, repository, Set.of("dev", "archetype-catalog.xml"));
    link(downloads.resolve("dev"), repository.resolve("dev"), Set.of("loopscope"));
    return new Maven(repository);
  }

  private static void link(Path from, Path to, Set<String> except) throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : children.toList()) {
        Path link = to.resolve(child.getFileName());
        if (!except.contains(child.getFileName().toString()) && Files.notExists(link)) {
          Files.createSymbolicLink(link, child);
        }
      }
    }
  }

  /** Runs {@code mvn} with {@code arguments}, in batch mode. */
  Run run(Path directory, String... arguments) throws IOException, InterruptedException {
    List<String> command = command();
    command.add("-B");
    command.addAll(List.of(arguments));
    return Run.of(directory, command, Map.of("MAVEN_OPTS", SHORT_RUN));
  }

  /** Generates from an installed archetype, in batch mode. */
  Run generate(Path directory, String archetype, String... properties)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(generation(archetype));
    arguments.addAll(List.of(properties));
    return run(directory, arguments.toArray(String[]::new));
  }

  /**
   * Generates from an installed archetype at a terminal.
   *
   * @param answers what is typed at the prompts, in their order
   */
  Run generateAtATerminal(
      Path directory, String archetype, List<String> properties, List<String> answers)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("python3");
    command.add(Path.of("src/test/resources/terminal/terminal.py").toAbsolutePath().toString());
    command.add(String.join("\n", answers));
    command.addAll(command());
    command.addAll(generation(archetype));
    command.addAll(properties);
    return Run.of(directory, command, Map.of("MAVEN_OPTS", SHORT_RUN));
  }

  private static List<String> generation(String archetype) {
    return List.of(
        GENERATE,
        "-DarchetypeCatalog=local",
        "-DarchetypeGroupId=dev.loopscope",
        "-DarchetypeArtifactId=" + archetype,
        "-DarchetypeVersion=0.2.0");
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home", "")).resolve("bin/mvn").toString());
    command.add("-Dstyle.color=never");
    command.add("-Dmaven.repo.local=" + repository);
    if (System.getProperty("maven.offline", "").equals("is true")) {
      command.add("-o");
    }
    return command;
  }
}
