package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the steps of a draft. A draft that lacks a step that it needs comes to nothing. */
final class DraftBuilder {
  private final List<Repair.Step> steps = new ArrayList<>();

  /** By path, then by start. */
  private final Map<String, NavigableMap<Integer, Edit>> edits = new TreeMap<>();

  private boolean complete = true;

  /** Adds a step, unless it was added before. Without edits for it, the draft is none. */
  void add(Location place, String what, Optional<List<Edit>> ofStep) {
    if (ofStep.isEmpty() || !ofStep.orElseThrow().stream().allMatch(this::fits)) {
      complete = false;
      return;
    }
    addIfFree(place, what, ofStep.orElseThrow());
  }

  /** Adds a step, unless it was added before or touches another one. */
  void addIfFree(Location place, String what, List<Edit> ofStep) {
    boolean there = ofStep.stream().allMatch(it -> it.equals(at(it)));
    if (!there && ofStep.stream().allMatch(this::fits)) {
      steps.add(new Repair.Step(place, what));
      ofStep.forEach(this::add);
    }
  }

  private void add(Edit edit) {
    Edit other = at(edit);
    Edit joined =
        other == null || other.equals(edit)
            ? edit
            : new Edit(
                edit.path(), edit.start(), edit.end(), other.replacement() + edit.replacement());
    ofFile(edit).put(edit.start(), joined);
  }

  private @Nullable Edit at(Edit edit) {
    return ofFile(edit).get(edit.start());
  }

  private NavigableMap<Integer, Edit> ofFile(Edit edit) {
    return edits.computeIfAbsent(edit.path(), path -> new TreeMap<>());
  }

  /** Two insertions at one place, such as of imports, become one. */
  private boolean fits(Edit edit) {
    NavigableMap<Integer, Edit> ofFile = ofFile(edit);
    Edit same = at(edit);
    if (same != null && !same.equals(edit)) {
      return edit.start() == edit.end() && same.start() == same.end();
    }
    Map.Entry<Integer, Edit> before = ofFile.lowerEntry(edit.start());
    Map.Entry<Integer, Edit> after = ofFile.higherEntry(edit.start());
    return (before == null || before.getValue().end() <= edit.start())
        && (after == null || edit.end() <= after.getKey());
  }

  /** The draft, if no step is missing and there is one. */
  Optional<Draft> draft(String title, String proposal) {
    List<Edit> all = edits.values().stream().flatMap(it -> it.values().stream()).toList();
    return complete && !steps.isEmpty()
        ? Optional.of(new Draft(title, steps, all, proposal))
        : Optional.empty();
  }
}
