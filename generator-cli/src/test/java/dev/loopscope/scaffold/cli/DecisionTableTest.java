package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loopscope.scaffold.answers.Choice;
import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README shows the decision table; the data behind {@code scaffold explain} is its source. */
class DecisionTableTest {
  private static final Path README = Path.of("../README.md");

  @Test
  void readmeHasTheMatrix() throws IOException {
    assumeThat(README).exists();
    assertThat(Files.readString(README)).contains(matrix());
  }

  @Test
  void readmeHasTheConcerns() throws IOException {
    assumeThat(README).exists();
    assertThat(Files.readString(README)).contains(concerns());
  }

  private static String matrix() {
    return "| when | archetype | because |\n|---|---|---|\n"
        + DecisionMatrix.ROWS.stream()
            .map(row -> line(List.of(row.when(), row.archetype().word(), row.reason())))
            .collect(Collectors.joining());
  }

  private static String concerns() {
    return concern("", it -> it.archetype().word())
        + "|---|---|---|\n"
        + concern("backends", it -> String.join(", ", Choice.words(it.backends())))
        + concern("loop control", Concerns::loopControl)
        + concern("fixture/loop coupling", Concerns::coupling)
        + concern("structured concurrency", Concerns::structuredConcurrency)
        + concern("best when", Concerns::bestWhen);
  }

  private static String concern(String name, Function<Concerns, String> text) {
    return line(List.of(name, text.apply(Concerns.ALL.get(0)), text.apply(Concerns.ALL.get(1))));
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
