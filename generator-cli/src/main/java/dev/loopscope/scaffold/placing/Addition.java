package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Decision;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.Obstacle;
import java.util.List;

/**
 * What adding a suite to a repository comes to.
 *
 * @param host the repository
 * @param directory of the suite, relative to it
 * @param answers what the suite is made from
 * @param decision its archetype
 * @param conclusions about the repository, in the order they are told
 * @param obstacles what stops it; then the plan is empty
 * @param conflicts files that are there already, with something else in them
 * @param edits of the repository's own files
 * @param plan all changes
 * @param notes what else there is to know
 * @param commands what to do next
 */
public record Addition(
    Host host,
    String directory,
    Answers answers,
    Decision decision,
    List<Conclusion> conclusions,
    List<Obstacle> obstacles,
    List<Conflict> conflicts,
    List<AddedLine> edits,
    ChangePlan plan,
    List<String> notes,
    List<String> commands) {
  /** Keeps unmodifiable copies. */
  public Addition {
    conclusions = List.copyOf(conclusions);
    obstacles = List.copyOf(obstacles);
    conflicts = List.copyOf(conflicts);
    edits = List.copyOf(edits);
    notes = List.copyOf(notes);
    commands = List.copyOf(commands);
  }

  /** What the evidence leaves open. */
  public List<Conclusion> open() {
    return conclusions.stream().filter(it -> it.open().isPresent()).toList();
  }
}
