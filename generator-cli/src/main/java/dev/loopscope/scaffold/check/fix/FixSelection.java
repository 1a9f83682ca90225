package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fixes of one round: as many as do not touch each other's characters. A fix is taken whole or
 * not at all; one that was left out is found again in the next round, on the text as it is then.
 *
 * @param findings those whose fix was taken, in the order they were given
 * @param edits what they do, by path, each list in the order of the text
 */
public record FixSelection(List<Finding> findings, Map<String, List<Edit>> edits) {
  private static final Comparator<Edit> BY_PLACE =
      Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end);

  /** Takes the fixes of {@code findings}, the first of two that exclude each other. */
  public static FixSelection of(List<Finding> findings, boolean unsafeToo) {
    List<Finding> taken = new ArrayList<>();
    Map<String, List<Edit>> edits = new TreeMap<>();
    for (Finding finding : findings) {
      if (finding.fix().isPresent()) {
        Fix fix = finding.fix().get();
        boolean wanted = unsafeToo || fix.safety() == Safety.SAFE;
        if (wanted && fix.edits().stream().allMatch(edit -> fits(edit, edits))) {
          fix.edits().forEach(edit -> add(edit, edits));
          taken.add(finding);
        }
      }
    }
    return new FixSelection(List.copyOf(taken), edits);
  }

  /** Whether nothing was taken. */
  public boolean isEmpty() {
    return findings.isEmpty();
  }

  /** Edits that were taken are apart, so few of them touch another one. */
  private static boolean fits(Edit edit, Map<String, List<Edit>> edits) {
    List<Edit> others = edits.getOrDefault(edit.path(), List.of());
    for (int at = firstEndingFrom(edit.start(), others);
        at < others.size() && others.get(at).start() <= edit.end();
        at++) {
      if (!edit.equals(others.get(at)) && !apart(edit, others.get(at))) {
        return false;
      }
    }
    return true;
  }

  private static int firstEndingFrom(int offset, List<Edit> edits) {
    int low = 0;
    int high = edits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edits.get(middle).end() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Edits that share an end are not apart where one of them inserts: which text comes first would
   * be chance.
   */
  private static boolean apart(Edit one, Edit other) {
    if (one.start() == one.end() || other.start() == other.end()) {
      return one.end() < other.start() || other.end() < one.start();
    }
    return one.end() <= other.start() || other.end() <= one.start();
  }

  private static void add(Edit edit, Map<String, List<Edit>> edits) {
    List<Edit> ofFile = edits.computeIfAbsent(edit.path(), path -> new ArrayList<>());
    int at = firstEndingFrom(edit.start(), ofFile);
    while (at < ofFile.size() && BY_PLACE.compare(ofFile.get(at), edit) <= 0) {
      // Two fixes may want the same line, such as an import; it is written once.
      if (ofFile.get(at).equals(edit)) {
        return;
      }
      at++;
    }
    ofFile.add(at, edit);
  }
}
