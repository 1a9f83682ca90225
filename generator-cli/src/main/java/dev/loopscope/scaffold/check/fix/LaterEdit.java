package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.edit.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An edit of a text that has edits already, as one of the text without them. */
final class LaterEdit {
  private LaterEdit() {}

  /**
   * All of them as edits of the first text. Deletions within the later edit go up in it; absent if
   * it touches what an earlier one wrote.
   *
   * @param earlier in the order of the text
   * @param later of the text with those in it
   */
  static Optional<List<Edit>> behind(List<Edit> earlier, Edit later) {
    List<Edit> before = new ArrayList<>();
    List<Edit> after = new ArrayList<>();
    int moved = 0;
    int movedWithin = 0;
    for (Edit edit : earlier) {
      int start = edit.start() + moved + movedWithin;
      int end = start + edit.replacement().length();
      int growth = edit.replacement().length() - (edit.end() - edit.start());
      if (end <= later.start()) {
        before.add(edit);
        moved += growth;
      } else if (start >= later.end()) {
        after.add(edit);
      } else if (edit.replacement().isEmpty()) {
        movedWithin += growth;
      } else {
        return Optional.empty();
      }
    }
    String path = earlier.isEmpty() ? later.path() : earlier.get(0).path();
    List<Edit> all = new ArrayList<>(before);
    all.add(
        new Edit(
            path, later.start() - moved, later.end() - moved - movedWithin, later.replacement()));
    all.addAll(after);
    return Optional.of(all);
  }
}
