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
public record ChangePlan(List<Change> changes) {
  /** Keeps an unmodifiable copy. */
  public ChangePlan {
    changes = List.copyOf(changes);
  }

  /** The plan that puts {@code tree} into a directory with nothing in it. */
  public static ChangePlan ofNew(FileTree tree) {
    List<Change> changes = new ArrayList<>();
    for (RenderedFile file : tree.files()) {
      changes.add(new Change.Create(file));
    }
    return new ChangePlan(changes);
  }

  /** The plan that gives files a new text, and makes none. */
  public static ChangePlan ofReplacements(List<Change.Replace> replacements) {
    return new ChangePlan(List.copyOf(replacements));
  }

  /** The files that are made, in the plan's order. */
  public List<Change.Create> creations() {
    return only(Change.Create.class);
  }

  /** The files that get another text, in the plan's order. */
  public List<Change.Replace> replacements() {
    return only(Change.Replace.class);
  }

  /** The files that go, in the plan's order. */
  public List<Change.Delete> deletions() {
    return only(Change.Delete.class);
  }

  private <T extends Change> List<T> only(Class<T> kind) {
    return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
