package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.change.merge.ConflictChoice;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for, of a suite that is added to a repository.
 *
 * @param given answers as they were typed, by the keys of their questions
 * @param tests the directory of the repository's tests, relative to it, if that was said
 * @param dependencies the list that requirements go into, if that was said; {@code none} for none
 * @param isolated whether the suite gets a configuration and a run of its own
 * @param acceptPin whether pins that leave out what the suite needs may be raised
 * @param yes whether proposals are taken where the evidence does not decide
 * @param maven where it goes in a Maven reactor, if that was said
 * @param onConflict what becomes of files that are there already
 */
public record AdditionRequest(
    Map<String, String> given,
    Optional<String> tests,
    Optional<String> dependencies,
    boolean isolated,
    boolean acceptPin,
    boolean yes,
    Optional<MavenPlace> maven,
    ConflictChoice onConflict) {
  /** No list at all. */
  public static final String NO_LIST = "none";

  /** Nothing but answers, and what is proposed for the others. */
  public static AdditionRequest proposing(Map<String, String> given) {
    return new AdditionRequest(
        given,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        true,
        Optional.empty(),
        ConflictChoice.STOP);
  }

  /** The same with these answers. */
  public AdditionRequest answering(Map<String, String> answers) {
    return new AdditionRequest(
        answers, tests, dependencies, isolated, acceptPin, yes, maven, onConflict);
  }

  /** Keeps an unmodifiable copy. */
  public AdditionRequest {
    given = Map.copyOf(given);
  }
}
