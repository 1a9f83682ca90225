package dev.loopscope.scaffold.check.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What would take a finding away.
 *
 * @param title what it does, in the imperative, without a full stop
 * @param edits at least one; none overlaps another
 */
public record Fix(Safety safety, String title, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("a fix that edits nothing: " + title);
    }
  }

  /**
   * Fixes that do the same in several places as one. Absent if they are of different kinds, or if
   * one stands in another's way; what they have in common is done once.
   *
   * @param fixes at least one
   */
  public static Optional<Fix> together(List<Fix> fixes) {
    Fix first = fixes.get(0);
    List<Edit> edits =
        fixes.stream()
            .flatMap(it -> it.edits().stream())
            .distinct()
            .sorted(Comparator.comparing(Edit::path).thenComparingInt(Edit::start))
            .toList();
    boolean alike =
        fixes.stream()
            .allMatch(it -> it.safety() == first.safety() && it.title().equals(first.title()));
    for (int at = 1; at < edits.size(); at++) {
      Edit before = edits.get(at - 1);
      Edit edit = edits.get(at);
      alike &= !before.path().equals(edit.path()) || before.end() < edit.start();
    }
    return alike ? Optional.of(new Fix(first.safety(), first.title(), edits)) : Optional.empty();
  }
}
