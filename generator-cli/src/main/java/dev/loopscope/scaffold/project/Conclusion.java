package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;

/**
 * Something that was concluded about a repository, and from what.
 *
 * @param topic what it is about, such as {@code tests}
 * @param value what was concluded
 * @param reason why, as what follows a value; empty where the places say it
 * @param places the lines that say so, the most telling first
 * @param option the option that overrules it, as it is typed; empty where none does
 * @param open what leaves it undecided, as a sentence; empty where the evidence decides
 */
public record Conclusion(
    String topic,
    String value,
    String reason,
    List<Location> places,
    Optional<String> option,
    Optional<String> open) {
  /** Keeps an unmodifiable copy. */
  public Conclusion {
    places = List.copyOf(places);
  }

  /** One that the evidence decides. */
  public static Conclusion decided(
      String topic, String value, String reason, List<Location> places, String option) {
    return new Conclusion(topic, value, reason, places, Optional.of(option), Optional.empty());
  }

  /** One that nothing overrules. */
  public static Conclusion fact(String topic, String value, String reason, List<Location> places) {
    return new Conclusion(topic, value, reason, places, Optional.empty(), Optional.empty());
  }

  /** The same, which was said on the command line and so needs no evidence. */
  public Conclusion asked(String answer) {
    return new Conclusion(
        topic,
        answer,
        option.map(it -> it + " says so").orElse(""),
        List.of(),
        option,
        Optional.empty());
  }
}
