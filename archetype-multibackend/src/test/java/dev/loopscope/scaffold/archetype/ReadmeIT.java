package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the README and of the page on Maven, run as they are written, in one fresh clone:
 * whichever comes first builds it, and the other finds it built.
 */
class ReadmeIT {
  @TempDir static Path above = Path.of("");
  private static Path clone = Path.of("");
  private static Path repository = Path.of("");

  @BeforeAll
  static void makeClone() throws IOException {
    clone = above.resolve("scaffold");
    Checkout.cloneTo(clone);
    repository = Maven.withoutThisProject("readme").repository();
  }

  @Test
  void exampleOfThirtySecondsPrintsWhatTheReadmeShows() throws Exception {
    String shown = blocks("README.md", "console").get(0);
    String script =
        shown
            .lines()
            .filter(line -> line.startsWith("$ "))
            .map(line -> line.substring(2))
            .map(command -> "echo '$ " + command + "'\n" + command + "\n")
            .collect(Collectors.joining());

    assertThat(timeless(bash(script))).isEqualTo(timeless(shown));
  }

  @Test
  void archetypesWriteWhatTheCommandWrites() throws Exception {
    List<String> blocks =
        blocks("docs/maven.md", "sh").stream().filter(it -> it.contains("archetype-")).toList();
    assertThat(blocks).hasSize(2);

    bash(blocks.get(0));
    assertThat(repository.resolve("dev/loopscope")).doesNotExist();
    bash(blocks.get(1));
    bash(
        """
        mkdir by-command
        ./scaffold new by-command/my-suite --maven --backends asyncio,trio
        ./scaffold new by-command/my-other-suite --maven
        """);

    for (String suite : List.of("my-suite", "my-other-suite")) {
      assertThat(Checkout.files(above.resolve(suite)))
          .isEqualTo(Checkout.files(clone.resolve("by-command").resolve(suite)));
    }
  }

  private static List<String> blocks(String page, String language) throws IOException {
    return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(Files.readString(clone.resolve(page)))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** Runs commands with the Maven of this build, and returns what they print when all succeed. */
  private static String bash(String script) throws IOException, InterruptedException {
    Path errors = above.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euc", script)
            .directory(clone.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectError(errors.toFile());
    builder.environment().put("MAVEN_OPTS", Maven.SHORT_RUN + " -Dmaven.repo.local=" + repository);
    builder
        .environment()
        .merge("PATH", System.getProperty("maven.home") + "/bin", (path, bin) -> bin + ":" + path);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed + Files.readString(errors)).isZero();
    return printed;
  }

  private static String timeless(String text) {
    return text.replaceAll("in \\d+\\.\\d+s", "in 0.00s");
  }
}
