package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.change.OwnFileWriter;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.check.Baseline;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a baseline lies.
 *
 * @param typed as it was typed or configured
 * @param path absolute
 */
record BaselineFile(String typed, Path path) {
  /**
   * Reads it.
   *
   * @throws dev.loopscope.scaffold.refusal.RefusalException if it is not there or no baseline
   */
  Baseline read() {
    try {
      return Baseline.parse(typed, Files.readString(path));
    } catch (IOException e) {
      throw new TargetRefusedException(
          new Refusal(
              "the baseline cannot be read",
              typed,
              "write it with `scaffold check --baseline " + typed + " --write-baseline`"));
    }
  }

  /** Writes it, over what is there. */
  void write(Baseline baseline) {
    OwnFileWriter.write(path, baseline.json().getBytes(StandardCharsets.UTF_8));
  }
}
