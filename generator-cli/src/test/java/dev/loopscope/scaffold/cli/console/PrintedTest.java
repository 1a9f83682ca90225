package dev.loopscope.scaffold.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs are run to their end, or to the end of one's patience. */
@Timeout(20)
class PrintedTest {
  private static Optional<Printed> by(String script, Duration patience) throws Exception {
    return Printed.by(new ProcessBuilder("sh", "-c", script), patience);
  }

  @Test
  void aProgramThatEndsIsToldWithItsCode() throws Exception {
    assertThat(by("echo one; echo two; exit 3", Duration.ofSeconds(10)))
        .contains(new Printed(3, "one\ntwo\n"));
  }

  @Test
  void aProgramThatDoesNotEndIsEnded() throws Exception {
    assertThat(by("echo one; exec sleep 60", Duration.ofMillis(300))).isEmpty();
  }

  @Test
  void whatItHasStartedIsEndedWithIt() throws Exception {
    long before = ProcessHandle.current().descendants().count();
    assertThat(by("sleep 60; echo two", Duration.ofMillis(500))).isEmpty();
    for (int i = 0; i < 100 && ProcessHandle.current().descendants().count() > before; i++) {
      Thread.sleep(20);
    }
    assertThat(ProcessHandle.current().descendants().count()).isLessThanOrEqualTo(before);
  }

  @Test
  void aChildThatKeepsTheStreamOpenIsNotWaitedFor() throws Exception {
    assertThat(by("sleep 5 & echo one", Duration.ofSeconds(4))).contains(new Printed(0, "one\n"));
  }

  @Test
  void nobodyAnswersWhatItAsks() throws Exception {
    assertThat(by("read -r answer || echo nobody", Duration.ofSeconds(10)))
        .contains(new Printed(0, "nobody\n"));
  }
}
