package dev.loopscope.scaffold.change.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of places where two sides contradict each other. */
public enum ConflictChoice {
  /** Nothing is written at all. */
  STOP,
  /**
   * The file stays as it is; and with a module all modules do, which would not go together else.
   */
  SKIP,
  /** What is in the suite stays. */
  OURS,
  /** What the templates make is taken. */
  THEIRS,
  /** Both stand in the file, with marks around them. */
  MARKERS;

  /** What a user types for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@code word} stands for. */
  public static Optional<ConflictChoice> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ConflictChoice::word).toList();
  }
}
