package dev.loopscope.scaffold.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.map.drawing.SvgMap;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TraceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The README's first picture: examples of LS002's page, run once and recorded. To write it anew:
 * {@code -Dgolden.update=true}.
 */
class ReadmePictureTest {
  private static final Path RECORD = Path.of("src/test/resources/maps/LS002.jsonl");
  private static final Path PICTURE = Path.of("../docs/loops.svg");
  private static final Path PAGE =
      Path.of("src/main/resources/dev/loopscope/scaffold/check/rules/LS002.md");
  private static final Pattern FILE = Pattern.compile("(?s)```python (\\S+)\n(.*?)```");

  private static Trace recorded() throws IOException {
    return TraceReader.read(Files.readAllLines(RECORD));
  }

  @Test
  void itIsWhatTheRecordedRunIsDrawnAs() throws IOException {
    Trace trace = recorded();
    Path root = Path.of("/srv/shop");
    TracedRun run =
        new TracedRun(
            ".",
            new ChosenPython("python3", "of the PATH"),
            "3.11.7",
            "8.4.2",
            1,
            trace,
            CrossingCause.of(trace),
            new Advice(List.of(), root, root));
    String drawn = SvgMap.of(MapOfRun.of(run));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PICTURE, drawn);
    }
    assertThat(PICTURE).content().isEqualTo(drawn);
  }

  @Test
  void whatWasRunAreExamplesOfThePage() throws IOException, NoSuchAlgorithmException {
    String page = Files.readString(PAGE);
    String examples = page.substring(page.indexOf("## Example"), page.indexOf("## Use instead"));
    Map<String, String> hashes = new LinkedHashMap<>();
    for (MatchResult it : FILE.matcher(examples).results().toList()) {
      byte[] text = it.group(2).getBytes(StandardCharsets.UTF_8);
      hashes.put(
          it.group(1), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
    }
    assertThat(recorded().files()).isNotEmpty();
    assertThat(hashes).containsAllEntriesOf(recorded().files());
  }
}
