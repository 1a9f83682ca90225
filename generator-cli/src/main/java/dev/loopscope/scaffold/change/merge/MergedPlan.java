package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import java.util.ArrayList;
import java.util.List;

/**
 * How a merged suite becomes a plan.
 *
 * @param choice what becomes of places where two sides contradict each other
 * @param sides what the two are called there
 */
public record MergedPlan(ConflictChoice choice, Sides sides) {
  /**
   * The plan that writes what {@code files} come to.
   *
   * @throws IllegalArgumentException if there are conflicts, and none may be written
   */
  public ChangePlan plan(List<MergedFile> files) {
    List<Change> changes = new ArrayList<>();
    for (MergedFile file : files) {
      if (file.after().isPresent()) {
        add(file, file.after().get(), changes);
      } else if (file.fate() == Fate.DELETED) {
        changes.add(new Change.Delete(file.path(), file.before().orElseThrow()));
      }
    }
    return new ChangePlan(changes);
  }

  private void add(MergedFile file, MergedText merged, List<Change> changes) {
    String text = text(file, merged);
    if (file.before().isEmpty()) {
      changes.add(new Change.Create(file.path(), ByteText.shown(text)));
      return;
    }
    FileText before = file.before().get();
    FileText after = ByteText.file(text, before.byteOrderMark());
    if (file.isMoved()) {
      changes.add(new Change.Move(file.from().orElseThrow(), file.path(), before, after));
    } else if (!after.equals(before)) {
      changes.add(new Change.Replace(file.path(), before, after));
    }
  }

  private String text(MergedFile file, MergedText merged) {
    if (merged.isClean()) {
      return merged.ours();
    }
    return switch (choice) {
      case STOP -> throw new IllegalArgumentException(file.path() + " has conflicts");
      case OURS -> merged.ours();
      case THEIRS -> merged.theirs();
      case MARKERS -> Conflicts.marked(merged, sides);
    };
  }
}
