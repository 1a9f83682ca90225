package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.project.Conclusion;
import java.util.List;
import java.util.Optional;

/**
 * What a suite was found to be made from.
 *
 * @param release the version whose templates come closest; empty if none wrote the suite
 * @param present how many lines of what that release makes are there
 * @param made how many lines it makes
 * @param answers what it makes it from
 * @param conclusions each answer with its evidence, in the order they are told
 * @param text what records it
 */
public record Adoption(
    Optional<String> release,
    int present,
    int made,
    Answers answers,
    List<Conclusion> conclusions,
    String text) {
  /** Keeps an unmodifiable copy. */
  public Adoption {
    conclusions = List.copyOf(conclusions);
  }

  /** What the evidence leaves open. */
  public List<Conclusion> open() {
    return conclusions.stream().filter(it -> it.open().isPresent()).toList();
  }
}
