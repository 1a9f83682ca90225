package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects the steps of a draft, each whole or not at all, and what was left out and why. */
final class DraftBuilder {
  private final List<Repair.Step> steps = new ArrayList<>();
  private final List<Draft.Left> left = new ArrayList<>();

  /** As they were given; what is wanted twice is written once. */
  private final Set<Edit> given = new HashSet<>();

  /** By path, then by start. */
  private final Map<String, NavigableMap<Integer, Edit>> edits = new TreeMap<>();

  /** Adds a step that is needed; without edits for it, or a place for them, that is noted. */
  void add(Location place, String what, Optional<List<Edit>> ofStep) {
    if (ofStep.isEmpty() || !addIfFree(place, what, ofStep.orElseThrow())) {
      leave(place, "no edit of a line or two can " + what);
    }
  }

  /** Notes what stays as it is. */
  void leave(Location place, String why) {
    left.add(new Draft.Left(place, why));
  }

  /** Whether something stays as it is within these characters. */
  boolean leaves(Location within) {
    return left.stream()
        .map(Draft.Left::place)
        .anyMatch(
            it ->
                it.path().equals(within.path())
                    && it.start() >= within.start()
                    && it.end() <= within.end());
  }

  /** Whether nothing stays as it is. */
  boolean isWhole() {
    return left.isEmpty();
  }

  /**
   * Adds a step, unless it was added before or touches another one.
   *
   * @return whether it is in the draft
   */
  boolean addIfFree(Location place, String what, List<Edit> ofStep) {
    if (given.containsAll(ofStep)) {
      return true;
    }
    Deque<Runnable> undo = new ArrayDeque<>();
    for (Edit edit : ofStep) {
      NavigableMap<Integer, Edit> ofFile =
          edits.computeIfAbsent(edit.path(), it -> new TreeMap<>());
      Optional<Edit> before = Optional.ofNullable(ofFile.get(edit.start()));
      if (given.contains(edit)) {
        continue;
      }
      if (!insert(edit, ofFile)) {
        undo.forEach(Runnable::run);
        return false;
      }
      undo.push(
          () ->
              before.ifPresentOrElse(
                  it -> ofFile.put(it.start(), it), () -> ofFile.remove(edit.start())));
    }
    given.addAll(ofStep);
    steps.add(new Repair.Step(place, what));
    return true;
  }

  /** Two insertions at one place become one, imports first. */
  private static boolean insert(Edit edit, NavigableMap<Integer, Edit> ofFile) {
    Edit same = ofFile.get(edit.start());
    if (same != null) {
      if (edit.start() != edit.end() || same.start() != same.end()) {
        return false;
      }
      boolean first = isImport(edit) && !isImport(same);
      String text =
          first ? edit.replacement() + same.replacement() : same.replacement() + edit.replacement();
      ofFile.put(edit.start(), new Edit(edit.path(), edit.start(), edit.end(), text));
      return true;
    }
    Map.Entry<Integer, Edit> before = ofFile.lowerEntry(edit.start());
    Map.Entry<Integer, Edit> after = ofFile.higherEntry(edit.start());
    boolean fits =
        (before == null || before.getValue().end() <= edit.start())
            && (after == null || edit.end() <= after.getKey());
    if (fits) {
      ofFile.put(edit.start(), edit);
    }
    return fits;
  }

  private static boolean isImport(Edit edit) {
    return edit.replacement().startsWith("import ");
  }

  /** The draft, if there is a step in it. */
  Optional<Draft> draft(String title, String proposal) {
    List<Edit> all = edits.values().stream().flatMap(it -> it.values().stream()).toList();
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new Draft(title, steps, all, left, proposal));
  }
}
