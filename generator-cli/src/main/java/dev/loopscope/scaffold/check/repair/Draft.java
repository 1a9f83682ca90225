package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.check.edit.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Edits that may repair a suite, before anybody has judged what they come to.
 *
 * @param title what it does, in the imperative, without a full stop
 * @param proposal what is for a person to decide; may be empty
 */
record Draft(String title, List<Repair.Step> steps, List<Edit> edits, String proposal) {
  /** Keeps unmodifiable copies. */
  Draft {
    steps = List.copyOf(steps);
    edits = List.copyOf(edits);
  }

  /** By path, each list in the order of the text. */
  Map<String, List<Edit>> byPath() {
    Map<String, List<Edit>> byPath = new TreeMap<>();
    edits.forEach(it -> byPath.computeIfAbsent(it.path(), path -> new ArrayList<>()).add(it));
    byPath.values().forEach(it -> it.sort(Comparator.comparingInt(Edit::start)));
    return byPath;
  }
}
