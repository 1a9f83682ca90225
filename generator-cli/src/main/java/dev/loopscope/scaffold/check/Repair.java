package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Set;

/**
 * Edits that end several findings of a suite at a time. They were judged with the edits made: no
 * other finding has come, and of those that they are for, only those are left that it names.
 *
 * @param title what it does, in the imperative, without a full stop
 * @param steps what is written where, in order
 * @param edits of the steps; none touches another one
 * @param ended the places of the findings that it ends
 * @param remaining the findings that it is for and does not end, in order
 * @param proposal what would do the same with less, but is for a person to decide; may be empty
 * @param command what is typed to write it
 */
public record Repair(
    String title,
    List<Step> steps,
    List<Edit> edits,
    Set<FindingPlace> ended,
    List<Remaining> remaining,
    String proposal,
    String command) {
  /** Keeps unmodifiable copies. */
  public Repair {
    steps = List.copyOf(steps);
    edits = List.copyOf(edits);
    ended = Set.copyOf(ended);
    remaining = List.copyOf(remaining);
    if (edits.isEmpty() || ended.isEmpty()) {
      throw new IllegalArgumentException("a repair that does nothing: " + title);
    }
  }

  /**
   * One thing to write.
   *
   * @param place where, in the text as it is
   * @param what in the imperative, without a full stop
   */
  public record Step(Location place, String what) {}

  /**
   * A finding that stays.
   *
   * @param rule the id of its rule
   * @param place where, in the text as it is
   * @param why as a clause without a full stop
   */
  public record Remaining(String rule, Location place, String why) {
    private FindingPlace finding() {
      return new FindingPlace(rule, place.path(), place.start());
    }
  }

  /** The same with other edits. */
  public Repair with(List<Edit> those) {
    return new Repair(title, steps, those, ended, remaining, proposal, command);
  }

  /** Whether it ends all that it is for. */
  public boolean isWhole() {
    return remaining.isEmpty();
  }

  /** Whether it ends a finding. */
  public boolean ends(Finding finding) {
    FindingPlace place = FindingPlace.of(finding);
    return remaining.stream().map(Remaining::finding).noneMatch(place::equals)
        && (ended.contains(place)
            || (!finding.uses().isEmpty()
                && finding.uses().stream().map(FindingPlace::of).allMatch(ended::contains)));
  }

  /** All of it in one sentence without its full stop, for a report that shows one finding. */
  public String summary() {
    Step first = steps.get(0);
    int more = steps.size() - 1;
    return title
        + ": "
        + first.what()
        + " ("
        + first.place().path()
        + ":"
        + first.place().line()
        + ")"
        + (more == 0 ? "" : " and " + more + (more == 1 ? " more edit" : " more edits"))
        + "; `"
        + command
        + "` does it"
        + (isWhole()
            ? ""
            : ", and leaves "
                + remaining.size()
                + (remaining.size() == 1 ? " finding" : " findings"));
  }
}
