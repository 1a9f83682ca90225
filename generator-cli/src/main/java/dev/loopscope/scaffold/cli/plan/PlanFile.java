package dev.loopscope.scaffold.cli.plan;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.files.FileReading.Cause;
import dev.loopscope.scaffold.files.FileReading.Unread;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plan that a command wrote as JSON, read with the suspicion that somebody else may have written
 * it: whatever is in it stays below the plan's directory.
 */
public final class PlanFile {
  private final String command;
  private final String directory;
  private final boolean marked;
  private final List<PlannedChange> changes;
  private final Map<String, String> read;

  PlanFile(
      String command,
      String directory,
      boolean marked,
      List<PlannedChange> changes,
      Map<String, String> read) {
    this.command = command;
    this.marked = marked;
    this.directory = directory;
    this.changes = List.copyOf(changes);
    this.read = Collections.unmodifiableMap(new LinkedHashMap<>(read));
  }

  /**
   * Reads one.
   *
   * @param file absolute, without {@code .} and {@code ..}
   * @throws TargetRefusedException if it cannot be read, is none, or is one that may not be carried
   *     out
   */
  public static PlanFile read(Path file) {
    return PlanReader.read(file);
  }

  /** What made it: {@code add}. */
  public String command() {
    return command;
  }

  /** The directory that it is for, as it was typed. */
  public String directory() {
    return directory;
  }

  /** Whether it writes conflict markers that somebody has to resolve. */
  public boolean marked() {
    return marked;
  }

  /**
   * The plan, for a disk that is as it was.
   *
   * @param target the plan's directory: absolute, without {@code .} and {@code ..}
   * @throws TargetRefusedException if the disk is not; it names every file
   */
  public ChangePlan on(Snapshot snapshot, Path target) {
    Set<String> others = new TreeSet<>();
    read.forEach(
        (path, digest) -> {
          if (!digest.equals(digest(snapshot, target.resolve(path)))) {
            others.add(path);
          }
        });
    List<Change> all = new ArrayList<>();
    for (PlannedChange it : changes) {
      Path place = target.resolve(it.from());
      if (it.before().isPresent() && !it.before().get().equals(digest(snapshot, place))) {
        others.add(it.from());
      } else if (it.appears() && !isFree(snapshot, target.resolve(it.path()))) {
        others.add(it.path());
      } else {
        Optional<FileText> now =
            snapshot.read(place).toOptional().map(found -> FileText.of(found.bytes()));
        all.add(it.of(now));
      }
    }
    if (!others.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "the disk is not as it was when the plan was made, and nothing was written: "
                  + String.join(", ", others),
              target.toString(),
              PlanMembers.AGAIN));
    }
    return new ChangePlan(all);
  }

  private static boolean isFree(Snapshot snapshot, Path place) {
    return snapshot.read(place) instanceof Unread unread
        && unread.cause() == Cause.ABSENT
        && !snapshot.entry(place).isLink();
  }

  private static String digest(Snapshot snapshot, Path file) {
    return snapshot.read(file).toOptional().map(it -> Digest.of(it.bytes())).orElse("");
  }
}
