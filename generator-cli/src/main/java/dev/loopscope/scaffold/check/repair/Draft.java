package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Edits that may repair a suite, before anybody has judged what they come to.
 *
 * @param title what it does, in the imperative, without a full stop
 * @param left what it has no edit for
 * @param proposal what is for a person to decide; may be empty
 */
record Draft(
    String title, List<Repair.Step> steps, List<Edit> edits, List<Left> left, String proposal) {
  /** Keeps unmodifiable copies. */
  Draft {
    steps = List.copyOf(steps);
    edits = List.copyOf(edits);
    left = List.copyOf(left);
  }

  /**
   * Something that stays as it is.
   *
   * @param why as a clause without a full stop
   */
  record Left(Location place, String why) {}

  /** By path, each list in the order of the text. */
  Map<String, List<Edit>> byPath() {
    Map<String, List<Edit>> byPath = new TreeMap<>();
    edits.forEach(it -> byPath.computeIfAbsent(it.path(), path -> new ArrayList<>()).add(it));
    byPath.values().forEach(it -> it.sort(Comparator.comparingInt(Edit::start)));
    return byPath;
  }

  /** Where a character of a text with these edits stood before, or what it replaces. */
  int before(String path, int offset) {
    int moved = 0;
    for (Edit edit : byPath().getOrDefault(path, List.of())) {
      int start = edit.start() + moved;
      if (offset < start) {
        break;
      }
      if (offset < start + edit.replacement().length()) {
        return edit.start();
      }
      moved += edit.replacement().length() - (edit.end() - edit.start());
    }
    return offset - moved;
  }
}
