package dev.loopscope.scaffold.witness;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a rule says that a run does, in the words of a trace.
 *
 * @param crossings the kinds of crossings that it speaks of
 * @param lies the kinds of lies
 * @param said the error that its tests fail of; what it captures is what the finding tells of
 * @param twoLoops whether it says that a test and a fixture are on two loops, which a run shows
 *     even where nothing comes of it
 */
record Claim(Set<String> crossings, Set<String> lies, Pattern said, boolean twoLoops) {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private static final Set<String> BACKEND = Set.of("backend");

  /** What no trace can show: a deprecation, or what is written where nobody reads it. */
  static final Claim NONE = new Claim(Set.of(), Set.of(), NOTHING, false);

  Claim {
    crossings = Set.copyOf(crossings);
    lies = Set.copyOf(lies);
  }

  static Claim crossing(String... kinds) {
    return new Claim(Set.of(kinds), Set.of(), NOTHING, false);
  }

  static Claim lie(String... kinds) {
    return new Claim(Set.of(), Set.of(kinds), NOTHING, false);
  }

  static Claim error(String pattern) {
    return new Claim(Set.of(), Set.of(), Pattern.compile(pattern), false);
  }

  Claim orError(String pattern) {
    return new Claim(crossings, lies, Pattern.compile(pattern), twoLoops);
  }

  Claim orLie(String... kinds) {
    return new Claim(crossings, Set.of(kinds), said, twoLoops);
  }

  Claim onTwoLoops() {
    return new Claim(crossings, lies, said, true);
  }

  /**
   * Whether an error is what it says that its tests fail of.
   *
   * @param error its type and text
   * @param isTold whether a name or a value is one that the finding tells of
   */
  boolean foretells(String error, Predicate<String> isTold) {
    return said.matcher(error)
        .results()
        .anyMatch(
            it ->
                IntStream.rangeClosed(1, it.groupCount())
                    .mapToObj(it::group)
                    .filter(Objects::nonNull)
                    .allMatch(isTold));
  }

  /** Whether only what runs for trio can show it. */
  boolean isOfBackendsAlone() {
    return crossings.equals(BACKEND) || (crossings.isEmpty() && lies.equals(BACKEND));
  }

  boolean isShown() {
    return !equals(NONE);
  }
}
