package dev.loopscope.scaffold.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnifiedDiffTest {
  @Test
  void hunkShowsThreeLinesAroundAChange() {
    assertThat(diff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n"))
        .isEqualTo(
            """
            --- a/t.py
            +++ b/t.py
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            """);
  }

  @Test
  void missingLineEndIsTold() {
    assertThat(diff("a", "b"))
        .isEqualTo(
            """
            --- a/t.py
            +++ b/t.py
            @@ -1,1 +1,1 @@
            -a
            \\ No newline at end of file
            +b
            \\ No newline at end of file
            """);
  }

  @Test
  void planWithoutReplacementsHasNoDiff() {
    assertThat(UnifiedDiff.of(ChangePlan.ofReplacements(List.of()))).isEmpty();
  }

  /** In the texts, {@code /} is a line feed and {@code ^} a carriage return. */
  @ParameterizedTest
  @CsvSource({
    "a/b/c/, a/B/c/",
    "a, b",
    "a/, a",
    "a, a/",
    "a^/b^/, a^/new^/b^/",
    "a^b/c, a^b/d",
    "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/, one/2/3/4/5/6/7/8/9/10/11/12/13/14/15/sixteen/",
    "é/, è/",
  })
  void gitAppliesTheDiff(String before, String after, @TempDir Path directory)
      throws IOException, InterruptedException {
    Path file = directory.resolve("t.py");
    Files.writeString(file, text(before));
    Files.write(directory.resolve("t.diff"), bytes(text(before), text(after)));
    Process git =
        new ProcessBuilder("git", "apply", "--whitespace=nowarn", "t.diff")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(told).isZero();
    assertThat(Files.readString(file)).isEqualTo(text(after));
  }

  private static String text(String shown) {
    return shown.replace('/', '\n').replace('^', '\r');
  }

  private static String diff(String before, String after) {
    return new String(bytes(before, after), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String before, String after) {
    FileText text = new FileText(before, StandardCharsets.UTF_8, false);
    return UnifiedDiff.of(
        ChangePlan.ofReplacements(List.of(new Change.Replace("t.py", text, text.with(after)))));
  }
}
