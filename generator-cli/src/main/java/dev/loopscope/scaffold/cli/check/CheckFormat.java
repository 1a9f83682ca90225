package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code scaffold check} can print. */
public enum CheckFormat {
  TEXT,
  JSON,
  SARIF,
  GITHUB,
  GITLAB;

  /** Whether it tells the edits of fixes, for programs that apply them. */
  boolean tellsEdits() {
    return this == JSON || this == SARIF;
  }

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a value of {@code --format}.
   *
   * @throws RefusalException if it is none
   */
  static CheckFormat parse(String word) {
    List<String> words = Arrays.stream(values()).map(CheckFormat::word).toList();
    if (!words.contains(word)) {
      throw new RefusalException(
          new Refusal(
              "`" + word + "` is no value of --format",
              "--format " + word,
              Spelling.advice(word, words)));
    }
    return values()[words.indexOf(word)];
  }
}
