package dev.loopscope.scaffold.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When colours are shown. */
public enum ColourMode {
  /** On a terminal, unless the environment says otherwise. */
  AUTO,
  ALWAYS,
  NEVER;

  /** What a user types for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@code word} stands for. */
  public static Optional<ColourMode> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    // No stream: the first one of a process takes long, and every command has this option.
    List<String> words = new ArrayList<>();
    for (ColourMode mode : values()) {
      words.add(mode.word());
    }
    return List.copyOf(words);
  }
}
