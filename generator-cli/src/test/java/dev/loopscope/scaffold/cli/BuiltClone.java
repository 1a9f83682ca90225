package dev.loopscope.scaffold.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * A clone that this build has built already, with its launcher, so that no test runs Maven inside
 * Maven.
 *
 * @param directory its name has a blank in it
 */
record BuiltClone(Path directory) {
  static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  private static final List<String> JARS =
      List.of(
          "scaffold.jar",
          "lib/picocli.jar",
          "lib/freemarker.jar",
          "lib/java-diff-utils.jar",
          "lib/tomlj.jar",
          "lib/org.eclipse.jgit.jar");

  /** Copies what the build made into a directory below {@code root}. */
  static BuiltClone in(Path root) throws IOException {
    BuiltClone clone = new BuiltClone(Files.createDirectory(root.resolve("a clone")));
    Path target = clone.directory.resolve("generator-cli/target");
    Files.createDirectories(target.resolve("lib"));
    Files.createDirectories(clone.directory.resolve("generator-cli/src/main"));
    Files.copy(Path.of("../scaffold"), clone.directory.resolve("scaffold"));
    Files.copy(Path.of("../pom.xml"), clone.directory.resolve("pom.xml"));
    Files.copy(Path.of("pom.xml"), clone.directory.resolve("generator-cli/pom.xml"));
    for (String jar : JARS) {
      Files.copy(Path.of("target").resolve(jar), target.resolve(jar));
    }
    Files.writeString(target.resolve("launcher.built"), JAVA_HOME.resolve("bin/java") + "\n");
    Files.setLastModifiedTime(
        target.resolve("launcher.built"), FileTime.from(Instant.now().plusSeconds(60)));
    // To make an archive of classes takes seconds, and only some tests are about it.
    Path sum = clone.archive(JAVA_HOME.resolve("bin/java"), ".sum");
    Files.createDirectories(sum.resolveSibling("."));
    Files.writeString(sum, "none\n" + clone.directory.toRealPath() + "\n");
    return clone;
  }

  /** Where the launcher keeps the archive of {@code java}, or what belongs to it. */
  Path archive(Path java, String suffix) {
    return directory.resolve("generator-cli/target/launcher.archives" + java + ".jsa" + suffix);
  }

  /** The launcher. */
  Path launcher() {
    return directory.resolve("scaffold");
  }
}
