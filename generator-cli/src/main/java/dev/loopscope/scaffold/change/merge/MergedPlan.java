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
    for (MergedFile file : chosen(files)) {
      if (file.after().isPresent()) {
        add(file, file.after().get(), changes);
      } else if (file.fate() == Fate.DELETED) {
        changes.add(new Change.Delete(file.path(), file.before().orElseThrow()));
      }
    }
    return new ChangePlan(changes);
  }

  /** Those of the files that are written, or would be if there were anything to write. */
  public List<MergedFile> chosen(List<MergedFile> files) {
    if (choice != ConflictChoice.SKIP) {
      return files.stream().map(this::told).toList();
    }
    boolean modules = files.stream().anyMatch(it -> it.conflicts() > 0 && isModule(it));
    return files.stream()
        .map(it -> it.conflicts() > 0 || (modules && isModule(it)) ? it.skipped() : it)
        .toList();
  }

  private MergedFile told(MergedFile file) {
    boolean taken = choice == ConflictChoice.OURS || choice == ConflictChoice.THEIRS;
    return file.conflicts() == 0 || !taken
        ? file
        : file.because(
            file.reason()
                + "; "
                + (choice == ConflictChoice.OURS ? "yours are" : "the templates' are")
                + " taken");
  }

  private static boolean isModule(MergedFile file) {
    return file.path().endsWith(".py");
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
      case STOP, SKIP -> throw new IllegalArgumentException(file.path() + " has conflicts");
      case OURS -> merged.ours();
      case THEIRS -> merged.theirs();
      case MARKERS -> Conflicts.marked(merged, sides);
    };
  }
}
