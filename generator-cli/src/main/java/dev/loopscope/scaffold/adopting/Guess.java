package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.Answers;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers that a suite may have been made from, with what they make.
 *
 * @param version of the release that makes it
 * @param given the answers that were chosen, by key; the others follow
 * @param answers all of them
 * @param texts what the release makes of them, by path
 * @param cost how many of its parts are not there, less those that are: the less, the closer
 */
record Guess(
    String version,
    Map<String, String> given,
    Answers answers,
    Map<String, String> texts,
    int cost) {
  Guess {
    given = Map.copyOf(given);
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  boolean isCloserThan(Guess other) {
    return cost < other.cost();
  }
}
