package dev.loopscope.scaffold.placing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a file that is to be written and is there already, with something else in it. */
public enum OnConflict {
  /** Nothing is written at all. */
  STOP,
  /** The file stays as it is, and is told of. */
  SKIP,
  /** The repository's text stays. */
  OURS,
  /** The suite's text takes its place. */
  THEIRS,
  /** Both texts are written, where they differ, between markers. */
  MARKERS;

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(OnConflict::word).toList();
  }

  /** The one of this word. */
  public static Optional<OnConflict> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
