package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.FindingPlace;
import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a draft comes to, by the places of findings without it and with it.
 *
 * @param draft what was tried
 * @param before the findings that it is for
 * @param after those of the same rules that are left with it
 */
record Verdict(Draft draft, List<Finding> before, List<Finding> after) {
  Verdict {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A place of a finding in the text as it is. */
  private record Known(Location location, Severity severity) {}

  /**
   * The repair that the draft is: what it leaves was there before, and something is ended.
   *
   * @param command what writes it
   */
  Optional<Repair> repair(String command) {
    Map<FindingPlace, Known> known = known();
    Set<FindingPlace> ended = new HashSet<>(known.keySet());
    List<Repair.Remaining> remaining = new ArrayList<>();
    for (Finding finding : after) {
      FindingPlace place = moved(FindingPlace.of(finding));
      if (isWorse(known.get(place), finding.severity())) {
        return Optional.empty();
      }
      for (Finding.Use use : finding.uses()) {
        FindingPlace ofUse = moved(FindingPlace.of(use));
        if (isWorse(known.get(ofUse), use.severity())) {
          return Optional.empty();
        }
        ended.remove(ofUse);
      }
      ended.remove(place);
      Location location =
          known.getOrDefault(place, new Known(finding.location(), finding.severity())).location();
      remaining.add(new Repair.Remaining(place.rule(), location, why(finding, location)));
    }
    if (ended.isEmpty()) {
      return Optional.empty();
    }
    Repair repair =
        new Repair(
            draft.title(),
            draft.steps(),
            draft.edits(),
            ended,
            remaining,
            draft.proposal(),
            command);
    return before.stream().anyMatch(repair::ends) ? Optional.of(repair) : Optional.empty();
  }

  private Map<FindingPlace, Known> known() {
    Map<FindingPlace, Known> known = new HashMap<>();
    for (Finding finding : before) {
      finding
          .uses()
          .forEach(it -> known.put(FindingPlace.of(it), new Known(it.location(), it.severity())));
    }
    before.forEach(it -> known.put(FindingPlace.of(it), new Known(it.location(), it.severity())));
    return known;
  }

  private FindingPlace moved(FindingPlace place) {
    return new FindingPlace(place.rule(), place.path(), draft.before(place.path(), place.start()));
  }

  private static boolean isWorse(@Nullable Known before, Severity after) {
    return before == null || (after == Severity.ERROR && before.severity() == Severity.WARNING);
  }

  /** What the draft says of it, else what is to be done then. */
  private String why(Finding finding, Location location) {
    return draft.left().stream()
        .filter(
            it ->
                it.place().path().equals(location.path()) && it.place().start() == location.start())
        .map(Draft.Left::why)
        .findFirst()
        .orElseGet(() -> "no step of this ends it; " + finding.remedy());
  }
}
