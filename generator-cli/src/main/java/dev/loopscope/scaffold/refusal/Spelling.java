package dev.loopscope.scaffold.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Spelling {
  private static final int MOST_EDITS = 2;
  private static final int SHORTEST_BEGINNING = 3;

  private Spelling() {}

  /** {@code use a, b or c}, preceded by the nearest of them if {@code value} looks mistyped. */
  public static String advice(String value, List<String> words) {
    String use = "use " + oneOf(words);
    if (words.size() == 1) {
      return use;
    }
    return nearest(value, words).map(word -> "did you mean `" + word + "`? " + use).orElse(use);
  }

  /** {@code a, b or c}. */
  public static String oneOf(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        text.append(i == words.size() - 1 ? " or " : ", ");
      }
      text.append(words.get(i));
    }
    return text.toString();
  }

  /**
   * The word nearest to {@code value}, case aside; of equals the first. At most two edits are
   * forgiven, and at most one for every three characters; two characters that changed places are
   * one. If there is none, the first word that {@code value} is the beginning of.
   */
  public static Optional<String> nearest(String value, List<String> words) {
    String typed = value.toLowerCase(Locale.ROOT);
    Optional<String> nearest = Optional.empty();
    int fewest = MOST_EDITS + 1;
    for (String word : words) {
      if (Math.abs(word.length() - typed.length()) > MOST_EDITS) {
        continue;
      }
      int edits = edits(typed, word.toLowerCase(Locale.ROOT));
      if (edits < fewest && edits * 3 <= Math.max(word.length(), typed.length())) {
        fewest = edits;
        nearest = Optional.of(word);
      }
    }
    return nearest.or(() -> begun(typed, words));
  }

  private static Optional<String> begun(String typed, List<String> words) {
    return typed.length() < SHORTEST_BEGINNING
        ? Optional.empty()
        : words.stream().filter(it -> it.toLowerCase(Locale.ROOT).startsWith(typed)).findFirst();
  }

  /** Insertions, deletions and replacements of one character, and swaps of two. */
  private static int edits(String a, String b) {
    int[] higher = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], higher[j - 2] + 1);
        }
      }
      higher = above;
      above = row;
    }
    return above[b.length()];
  }
}
