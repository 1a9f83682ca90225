package dev.loopscope.scaffold.change.disk;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.JournalEntry.Kind;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Puts everything that a plan needs into the stage, and looks at everything that the plan is going
 * to touch. Whatever keeps the plan from being carried out is found here, before anything outside
 * of the stage is changed.
 */
final class Staging {
  private static final String AGAIN = "run the command again";

  private final Disk disk;
  private final Stage stage;
  private final List<JournalEntry> entries = new ArrayList<>();
  private final Set<Path> appearing = new LinkedHashSet<>();
  private final Set<Path> written = new LinkedHashSet<>();
  private final Set<Path> missing = new HashSet<>();
  private final Map<Path, Path> directories = new HashMap<>();
  private final Map<Object, JournalEntry> files = new HashMap<>();
  private final Set<Path> gone = new LinkedHashSet<>();

  Staging(Disk disk, Stage stage) {
    this.disk = disk;
    this.stage = stage;
    directories.put(stage.root(), stage.root());
  }

  /**
   * Stages a plan. A directory goes with the last file in it.
   *
   * @param directory what the plan's paths are relative to: the stage's root, or below it
   * @throws TargetRefusedException if the disk is not as the plan takes it to be
   */
  void stage(ChangePlan plan, Path directory) throws IOException {
    for (Change change : plan.changes()) {
      Path place = resolved(directory, change.path());
      if (change instanceof Change.Create create) {
        create(place, create.utf8());
      } else if (change instanceof Change.Replace replace) {
        replace(place, replace.before().encoded(), replace.after().encoded(), Optional.empty());
      } else if (change instanceof Change.Delete delete) {
        delete(place, delete.before().encoded());
      } else if (change instanceof Change.Move move) {
        move(resolved(directory, move.from()), place, move.before(), move.after());
      }
    }
    if (!gone.isEmpty()) {
      removeEmptied(directoriesOf(gone));
    }
  }

  /** Those above files, up to the stage's root and without it. */
  private Set<Path> directoriesOf(Set<Path> places) {
    Set<Path> directories = new LinkedHashSet<>();
    for (Path place : places) {
      Path above = above(place);
      while (!above.equals(stage.root()) && directories.add(above)) {
        above = above(above);
      }
    }
    return directories;
  }

  Journal journal() {
    return new Journal(entries);
  }

  /** The new files and directories that appear by one rename each, with all that is in them. */
  Set<Path> appearing() {
    return appearing;
  }

  /** Whether one rename does it all, so that there is nothing to journal. */
  boolean isOneRename() {
    // A file that is changed has an old text, and that is in the stage.
    return appearing.size() == 1 && !written.contains(stage.oldTexts());
  }

  /** What has to have reached the disk before anything outside of the stage is changed. */
  Set<Path> written() {
    return written;
  }

  /** The directory that everything is in. */
  Path root() {
    return stage.root();
  }

  void create(Path typed, byte[] bytes) throws IOException {
    Path place = appearingAt(typed);
    disk.create(stage.created(place), bytes);
    written.add(stage.created(place));
    entries.add(JournalEntry.create(place, bytes));
  }

  /** Where a new file is going to be; its directory is staged. */
  private Path appearingAt(Path typed) throws IOException {
    Path directory = directory(above(typed));
    Path place = directory.resolve(name(typed));
    if (!missing.contains(directory) && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw taken(place);
    }
    if (!missing.contains(directory)) {
      appearing.add(place);
    }
    mirror(directory);
    return place;
  }

  /** A new file with all but the text of the old one, which goes. */
  private void move(Path from, Path typed, FileText before, FileText after) throws IOException {
    byte[] bytes = after.encoded();
    Path old = inside(from);
    Path place = appearingAt(typed);
    disk.copy(old, stage.created(place));
    disk.overwrite(stage.created(place), bytes);
    written.add(stage.created(place));
    entries.add(JournalEntry.create(place, bytes));
    delete(from, before.encoded());
  }

  /** Makes a file that is as another one is, in all that it has beside its name. */
  void restore(Path typed, Path like) throws IOException {
    Path place = appearingAt(typed);
    disk.copy(like, stage.created(place));
    written.add(stage.created(place));
    entries.add(JournalEntry.create(place, Files.readAllBytes(like)));
  }

  /** Keeps what an entry does away with at another place: the file itself where that can be. */
  void keep(JournalEntry entry, Path typed) throws IOException {
    Path place = appearingAt(typed);
    keepOldText(entry, stage.created(place));
    entries.add(new JournalEntry(Kind.CREATE, place, Optional.empty(), entry.before()));
  }

  /** Where a directory really is; one that is missing is staged, and those above it. */
  private Path directory(Path typed) throws IOException {
    Path known = directories.get(typed);
    if (known != null) {
      return known;
    }
    Path above = directory(above(typed));
    Path place = above.resolve(name(typed));
    if (missing.contains(above) || !Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      if (!missing.contains(above)) {
        appearing.add(place);
      }
      missing.add(place);
      entries.add(JournalEntry.directory(place));
      mirror(place);
    } else {
      place = inside(place);
      if (!Files.isDirectory(place)) {
        throw refused("a file is where a directory has to be", place, "move it away, and " + AGAIN);
      }
    }
    directories.put(typed, place);
    return place;
  }

  /** Makes the stage's counterpart of a directory. */
  private void mirror(Path place) throws IOException {
    Path staged = stage.created(place);
    if (!written.contains(staged)) {
      if (!place.equals(stage.root())) {
        mirror(above(place));
      }
      disk.createDirectory(staged);
      written.add(staged);
    }
  }

  /** Gives a file the text of another one, and its time where all else of the two is the same. */
  void bringBack(Path typed, Path like) throws IOException {
    replace(typed, Files.readAllBytes(typed), Files.readAllBytes(like), Optional.of(like));
  }

  private void replace(Path typed, byte[] before, byte[] after, Optional<Path> like)
      throws IOException {
    Path place = inside(typed);
    FileStatus status = FileStatus.of(place);
    Fingerprint print = Fingerprint.of(after);
    JournalEntry other = files.get(status.identity().orElse(place));
    if (other != null) {
      requireSame(other, Optional.of(print), typed);
      return;
    }
    requireUnchanged(place, before);
    if (!Files.isWritable(place)) {
      throw refused("a file that is to be changed may not be written to", place, "allow it");
    }
    prepareTexts();
    int number = entries.size();
    boolean swapped = stageNewText(place, status, after, number, like);
    Kind kind = swapped ? Kind.REPLACE : Kind.OVERWRITE;
    JournalEntry entry =
        new JournalEntry(kind, place, Optional.of(Fingerprint.of(before)), Optional.of(print));
    keepOldText(entry, stage.oldText(number));
    add(entry, status);
  }

  /**
   * Whether the new text lies in a file that can take the place of the old one without anything
   * else being lost: not one of several names of the file, nor its owner, group, mode or
   * attributes.
   */
  private boolean stageNewText(
      Path place, FileStatus status, byte[] after, int number, Optional<Path> like)
      throws IOException {
    Path staged = stage.newText(number);
    written.add(staged);
    if (status.hasSeveralNames() || !Files.isWritable(above(place))) {
      disk.create(staged, after);
      return false;
    }
    if (like.isPresent()) {
      disk.copy(like.get(), staged);
      if (FileStatus.of(staged).isLike(status)) {
        return true;
      }
      disk.delete(staged);
    }
    disk.copy(place, staged);
    disk.overwrite(staged, after);
    return FileStatus.of(staged).isLike(status);
  }

  void delete(Path typed, byte[] before) throws IOException {
    Path place = inside(above(typed)).resolve(name(typed));
    if (Files.isSymbolicLink(place)) {
      throw refused("a file that is to be deleted is a symbolic link", place, "delete it yourself");
    }
    FileStatus status = FileStatus.of(place);
    requireUnchanged(place, before);
    prepareTexts();
    JournalEntry entry =
        new JournalEntry(Kind.DELETE, place, Optional.of(Fingerprint.of(before)), Optional.empty());
    JournalEntry other = files.get(status.identity().orElse(place));
    if (other != null) {
      requireSame(other, Optional.empty(), typed);
    }
    keepOldText(entry, stage.oldText(entries.size()));
    add(entry, status);
    gone.add(place);
  }

  /** Removes those directories in which nothing is left or made. */
  void removeEmptied(Collection<Path> directories) throws IOException {
    List<Path> deepestFirst = new ArrayList<>(directories);
    deepestFirst.sort(Comparator.comparing(Path::getNameCount).reversed());
    for (Path directory : deepestFirst) {
      if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
          && !written.contains(stage.created(directory))
          && isEmptied(directory)) {
        entries.add(JournalEntry.remove(directory));
        gone.add(directory);
      }
    }
  }

  private boolean isEmptied(Path directory) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
      for (Path entry : left) {
        if (!gone.contains(entry)) {
          return false;
        }
      }
      return true;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void add(JournalEntry entry, FileStatus status) {
    entries.add(entry);
    files.put(status.identity().orElse(entry.place()), entry);
  }

  /** Under another name where the file itself goes from its place, as a copy where it stays. */
  private void keepOldText(JournalEntry entry, Path kept) throws IOException {
    if (entry.kind() == Kind.OVERWRITE) {
      disk.copy(entry.place(), kept);
    } else {
      try {
        disk.link(entry.place(), kept);
      } catch (FileSystemException | UnsupportedOperationException e) {
        disk.copy(entry.place(), kept);
      }
    }
    written.add(kept);
    // What is kept is what is put back, so it has to be what the plan was made from.
    if (!entry.before().orElseThrow().matches(kept)) {
      throw changed(entry.place());
    }
  }

  private void prepareTexts() throws IOException {
    if (written.add(stage.newTexts())) {
      disk.createDirectory(stage.newTexts());
    }
    if (written.add(stage.oldTexts())) {
      disk.createDirectory(stage.oldTexts());
    }
  }

  private static void requireSame(JournalEntry one, Optional<Fingerprint> other, Path name) {
    if (!one.after().equals(other)) {
      throw refused(
          "two names lead to one file, and the changes are not the same",
          name + " and " + one.place(),
          "name only one of them");
    }
  }

  private static void requireUnchanged(Path place, byte[] before) throws IOException {
    if (!Arrays.equals(Files.readAllBytes(place), before)) {
      throw changed(place);
    }
  }

  /** A file that is not what it was when the plan was made. */
  static TargetRefusedException changed(Path place) {
    return refused("a file was saved meanwhile, and nothing was changed", place, AGAIN);
  }

  /** A place that something has come to. */
  static TargetRefusedException taken(Path place) {
    return refused("the target is taken: something came to be there meanwhile", place, AGAIN);
  }

  /** The real place behind a name. */
  private Path inside(Path typed) throws IOException {
    Path real;
    try {
      real = typed.toRealPath();
    } catch (NoSuchFileException e) {
      throw changed(typed);
    }
    if (!real.startsWith(stage.root())) {
      throw refused(
          "a symbolic link leads out of " + stage.root() + ", to " + real,
          typed,
          "run the command where the file is, or put a file in the link's place");
    }
    return real;
  }

  private static Path resolved(Path directory, String path) {
    try {
      return directory.resolve(path);
    } catch (InvalidPathException e) {
      throw new TargetRefusedException(
          new Refusal(
              "a file's name cannot be written in this locale", path, "set LC_ALL=C.UTF-8"));
    }
  }

  private static Path above(Path path) {
    return Objects.requireNonNull(path.getParent());
  }

  private static Path name(Path path) {
    return Objects.requireNonNull(path.getFileName());
  }

  static TargetRefusedException refused(String what, Path where, String next) {
    return refused(what, where.toString(), next);
  }

  private static TargetRefusedException refused(String what, String where, String next) {
    return new TargetRefusedException(new Refusal(what, where, next));
  }
}
