package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One command from a fresh clone, with nothing of the project installed. */
class FreshCloneIT {
  @TempDir static Path shared = Path.of("");
  private static Maven maven = new Maven(Path.of(""));

  @BeforeAll
  static void makeClone() throws IOException {
    Checkout.cloneTo(shared.resolve("clone"));
    maven = Maven.withoutThisProject("fresh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"archetype-explicit-scope", "archetype-multibackend"})
  void oneCommandGeneratesOutsideTheClone(String archetype, @TempDir Path directory)
      throws IOException, InterruptedException {
    Run run =
        maven.run(
            shared.resolve("clone"),
            "package",
            "-Pgenerate",
            "-pl",
            archetype,
            "-am",
            "-DskipTests",
            "-DoutputDirectory=" + directory,
            "-DartifactId=demo");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(Checkout.files(directory.resolve("demo")))
        .isEqualTo(
            Checkout.files(
                Path.of("..", archetype, "src/test/resources/projects/default/reference")));
    assertThat(maven.repository().resolve("dev/loopscope")).doesNotExist();
  }
}
