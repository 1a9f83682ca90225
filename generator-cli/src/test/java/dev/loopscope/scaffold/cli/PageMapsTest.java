package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.PageBlock;
import dev.loopscope.scaffold.check.page.RulePages;
import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pictures in docs/maps are what the command makes of the examples on the rules' pages. */
class PageMapsTest {
  private static final Path MAPS = Path.of("../docs/maps");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "LS002, the ini default puts fixtures on the session's loop",
    "LS030, a session fixture and a session backend"
  })
  void pictureIsWhatTheCommandMakesOfTheExample(String rule, String example) throws IOException {
    Path suite = Files.createDirectory(directory.resolve(rule));
    write(rule, example, suite);
    Run run = Run.in(suite, "map", "--svg", "loops.svg");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    String made = Files.readString(suite.resolve("loops.svg"));
    Path kept = MAPS.resolve(rule + ".svg");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(kept, made);
    }
    assertThat(kept).hasContent(made);
    assertThat(made).contains(rule);
  }

  private static void write(String rule, String example, Path suite) throws IOException {
    boolean inside = false;
    int files = 0;
    for (PageBlock block : RulePages.page(rule).orElseThrow().section("Example").blocks()) {
      if (block instanceof PageBlock.Heading heading) {
        inside = heading.text().equals(example);
      } else if (inside && block instanceof PageBlock.Fence fence && !fence.label().isEmpty()) {
        Path file = suite.resolve(fence.label());
        Files.createDirectories(file.getParent());
        Files.writeString(file, fence.text());
        files++;
      }
    }
    assertThat(files).isPositive();
  }
}
