package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.merge.ConflictChoice;
import dev.loopscope.scaffold.change.merge.Conflicts;
import dev.loopscope.scaffold.change.merge.Sides;
import dev.loopscope.scaffold.files.Entry;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of a suite against what is in their places.
 *
 * @param changes that put them there; nothing for those that are there with the same bytes
 * @param conflicts files that are there with other bytes, and what is no file
 */
record PlannedFiles(List<Change> changes, List<Conflict> conflicts) {
  PlannedFiles {
    changes = List.copyOf(changes);
    conflicts = List.copyOf(conflicts);
  }

  static PlannedFiles of(
      Snapshot snapshot, Path directory, FileTree tree, ConflictChoice onConflict) {
    List<Change> changes = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (RenderedFile file : tree.files()) {
      Path place = directory.resolve(file.path());
      FileReading reading = snapshot.read(place);
      Optional<FileText> before = reading.toOptional().map(it -> FileText.of(it.bytes()));
      FileText after = new FileText(file.text(), StandardCharsets.UTF_8, false);
      Optional<String> inTheWay = inTheWay(snapshot, directory, place);
      if (inTheWay.isPresent()) {
        conflicts.add(new Conflict(file.path(), inTheWay.orElseThrow()));
      } else if (before.isEmpty()) {
        changes.add(new Change.Create(file.path(), file.text()));
      } else if (!before.orElseThrow().equals(after)) {
        conflicts.add(new Conflict(file.path(), "holds something else"));
        resolved(file, before.orElseThrow(), onConflict).ifPresent(changes::add);
      }
    }
    return new PlannedFiles(changes, conflicts);
  }

  /** What no file can be written over, whatever was asked for. */
  private static Optional<String> inTheWay(Snapshot snapshot, Path directory, Path place) {
    Optional<String> other = inAnotherCase(snapshot, directory, place);
    if (other.isPresent()) {
      return other;
    }
    for (Path at = place; at != null && !at.equals(directory); at = at.getParent()) {
      Entry entry = snapshot.entry(at);
      boolean file = at.equals(place);
      switch (entry.kind()) {
        case NOTHING -> {
          if (entry.isLink()) {
            return Optional.of(entry.reason());
          }
        }
        case FILE -> {
          if (!file) {
            return Optional.of("would be below a file");
          }
        }
        case DIRECTORY -> {
          if (file) {
            return Optional.of("is a directory");
          }
        }
        default -> {
          return Optional.of(entry.reason());
        }
      }
    }
    return Optional.empty();
  }

  /** Where case counts both can be there, and elsewhere the repository could not be checked out. */
  private static Optional<String> inAnotherCase(Snapshot snapshot, Path directory, Path place) {
    for (Path at = place; !at.equals(directory); at = Objects.requireNonNull(at.getParent())) {
      String name = String.valueOf(at.getFileName());
      Path above = Objects.requireNonNull(at.getParent());
      for (String there : snapshot.list(above).entries().keySet()) {
        if (there.equalsIgnoreCase(name) && !there.equals(name)) {
          return Optional.of(
              "differs from " + directory.relativize(above.resolve(there)) + " in case alone");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Change> resolved(
      RenderedFile file, FileText before, ConflictChoice onConflict) {
    return switch (onConflict) {
      case STOP, SKIP, OURS -> Optional.empty();
      case THEIRS ->
          Optional.of(
              new Change.Replace(
                  file.path(), before, new FileText(file.text(), StandardCharsets.UTF_8, false)));
      case MARKERS ->
          Optional.of(
              new Change.Replace(
                  file.path(),
                  before,
                  Conflicts.marked(
                      before,
                      file.text(),
                      new Sides("the repository", "scaffold " + ScaffoldVersion.current()))));
    };
  }
}
