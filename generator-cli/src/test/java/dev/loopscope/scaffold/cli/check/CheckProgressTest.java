package dev.loopscope.scaffold.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a check says of itself that takes more than a second. */
class CheckProgressTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Console on(Terminal terminal) {
    return new Console(OutputStream.nullOutputStream(), err, terminal);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void afterASecondALineSaysWhatItIsAtAndIsTakenAwayAtTheEnd() throws InterruptedException {
    Terminal terminal = new Terminal(true, 80, false, false, true);
    try (CheckProgress progress = CheckProgress.start(on(terminal))) {
      progress.show("looking for suites");
      Instant end = Instant.now().plus(PATIENCE);
      while (shown().isEmpty() && Instant.now().isBefore(end)) {
        Thread.sleep(20);
      }
      assertThat(shown()).startsWith("\rscaffold: looking for suites, ").contains(" s\u001b[K");
    }
    assertThat(shown()).endsWith("\r\u001b[K");
  }

  @Test
  void filesAndPipesAreToldNothing() {
    Console console = on(Terminal.none());
    try (CheckProgress progress = CheckProgress.start(console)) {
      progress.show("checking");
      console.progress("scaffold: checking, 1 s");
    }
    assertThat(shown()).isEmpty();
  }
}
