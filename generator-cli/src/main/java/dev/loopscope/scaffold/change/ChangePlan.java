package dev.loopscope.scaffold.change;

import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is going to happen to a directory, known before any of it does.
 *
 * @param changes in the order they are shown, unmodifiable
 */
public record ChangePlan(List<Change.Create> changes) {
  /** Keeps an unmodifiable copy. */
  public ChangePlan {
    changes = List.copyOf(changes);
  }

  /** The plan that puts {@code tree} into a directory with nothing in it. */
  public static ChangePlan ofNew(FileTree tree) {
    List<Change.Create> changes = new ArrayList<>();
    for (RenderedFile file : tree.files()) {
      changes.add(new Change.Create(file));
    }
    return new ChangePlan(changes);
  }
}
