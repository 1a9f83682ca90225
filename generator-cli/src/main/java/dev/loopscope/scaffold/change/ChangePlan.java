package dev.loopscope.scaffold.change;

import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.FileReading.Cause;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
      changes.add(new Change.Create(file.path(), file.text()));
    }
    return new ChangePlan(changes);
  }

  /**
   * The plan that turns the files of an earlier tree into those of a new one: files that are not
   * there are made, those with another text get the new one, and those that only the earlier tree
   * had go. No other file is touched.
   *
   * @param snapshot what is on the disk
   * @param directory where both trees' paths start: absolute, without {@code .} and {@code ..}
   * @param tree what is going to be there
   * @param earlier the paths of the tree before; empty if there was none
   * @throws TargetRefusedException if something other than a file that can be read is in the way
   */
  public static ChangePlan of(
      Snapshot snapshot, Path directory, FileTree tree, Collection<String> earlier) {
    List<Change> changes = new ArrayList<>();
    for (RenderedFile file : tree.files()) {
      FileText after = new FileText(file.text(), StandardCharsets.UTF_8, false);
      Optional<FileText> before = read(snapshot, directory.resolve(file.path()));
      if (before.isEmpty()) {
        changes.add(new Change.Create(file.path(), file.text()));
      } else if (!before.get().equals(after)) {
        changes.add(new Change.Replace(file.path(), before.get(), after));
      }
    }
    for (String path : new TreeSet<>(earlier)) {
      if (tree.file(path).isEmpty()) {
        read(snapshot, directory.resolve(path))
            .ifPresent(before -> changes.add(new Change.Delete(path, before)));
      }
    }
    return new ChangePlan(changes);
  }

  private static Optional<FileText> read(Snapshot snapshot, Path file) {
    FileReading reading = snapshot.read(file);
    if (reading instanceof FileReading.Unread unread && unread.cause() != Cause.ABSENT) {
      throw new TargetRefusedException(
          new Refusal(
              "a file is to be written here, but what is there " + unread.reason(),
              file.toString(),
              "move it away, and run the command again"));
    }
    return reading.toOptional().map(read -> FileText.of(read.bytes()));
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
