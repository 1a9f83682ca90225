package dev.loopscope.scaffold.change.disk;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The directory that one run prepares its change in, on the file system that the change is for. It
 * is locked as long as the run lives, so a stage that can be locked by another is a leftover.
 *
 * <pre>
 * lock       the process id of the run, and its lock
 * created/   new files, at the paths that they are going to have
 * new/N      the new text of the file with number N
 * old/N      the same file as it was: the file itself under another name, or a copy
 * journal    what is going to be done; from here on until it is renamed, a leftover is taken back
 * committed  the journal's name once all is done; from here on, a leftover is only tidied up
 * </pre>
 *
 * <p>The names in {@code old} and {@code journal} hold everything that taking a change back needs,
 * before and after it is committed.
 */
final class Stage implements Closeable {
  /** What the directory is called. */
  static final String NAME = ".scaffold-apply";

  private static final String LOCK = "lock";
  private static final String JOURNAL = "journal";
  private static final String COMMITTED = "committed";
  private static final String DRAFT = "journal.draft";

  /** Every name that a run gives. */
  private static final Set<String> NAMES =
      Set.of(LOCK, "created", "new", "old", DRAFT, JOURNAL, COMMITTED);

  /** One of them is there from the first moment to the last. */
  private static final Set<String> SIGNS = Set.of(LOCK, JOURNAL, COMMITTED);

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
  private static final long PAUSE_MILLIS = 20;

  private final Disk disk;
  private final Path root;
  private final Path directory;
  private final Closeable lock;
  private final boolean leftover;

  private Stage(Disk disk, Path root, Closeable lock, boolean leftover) {
    this.disk = disk;
    this.root = root;
    this.directory = root.resolve(NAME);
    this.lock = lock;
    this.leftover = leftover;
  }

  /**
   * Makes the stage below {@code root}, or takes over the one that a run left which is no more.
   *
   * @throws TargetRefusedException if another run holds it for longer than a person would wait, or
   *     if what is there is no stage of this user's
   */
  static Stage open(Disk disk, Path root) throws IOException {
    Path directory = root.resolve(NAME);
    long start = System.nanoTime();
    do {
      boolean made = make(disk, directory);
      if (made || isOurs(directory)) {
        Optional<Stage> stage = made ? lock(disk, root, false) : takenOver(disk, root);
        if (stage.isPresent()) {
          return stage.get();
        }
      }
      pause();
    } while (System.nanoTime() - start < PATIENCE);
    throw busy(directory);
  }

  private static Optional<Stage> takenOver(Disk disk, Path root) {
    try {
      return lock(disk, root, true);
    } catch (IOException e) {
      throw new TargetRefusedException(Leftovers.unsettled(root, e), e);
    }
  }

  /**
   * The stage that a run left which is no more; absent if there is none.
   *
   * @throws TargetRefusedException as {@link #open}
   */
  static Optional<Stage> left(Disk disk, Path root) throws IOException {
    Path directory = root.resolve(NAME);
    long start = System.nanoTime();
    while (isOurs(directory)) {
      Optional<Stage> stage = lock(disk, root, true);
      if (stage.isPresent()) {
        return stage;
      }
      if (System.nanoTime() - start > PATIENCE) {
        throw busy(directory);
      }
      pause();
    }
    return Optional.empty();
  }

  private static boolean make(Disk disk, Path directory) throws IOException {
    try {
      disk.createPrivateDirectory(directory);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static Optional<Stage> lock(Disk disk, Path root, boolean leftover) throws IOException {
    Path directory = root.resolve(NAME);
    try {
      Optional<Closeable> lock = disk.lock(directory.resolve(LOCK), CurrentProcess.id() + "\n");
      return lock.isPresent()
          ? Optional.of(new Stage(disk, root, lock.get(), leftover))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      // The run that had it has just ended.
      return Optional.empty();
    } catch (IOException e) {
      if (!leftover) {
        disk.delete(directory.resolve(LOCK));
        disk.delete(directory);
      }
      throw e;
    }
  }

  /**
   * Whether there is a stage at all; a moment later there may be none.
   *
   * @throws TargetRefusedException if something else is there
   */
  private static boolean isOurs(Path directory) throws IOException {
    try {
      if (!Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isDirectory()) {
        throw new TargetRefusedException(notMade(directory));
      }
      if (!CurrentProcess.isOwnerOf(directory)) {
        throw refused(
            "another user's run of scaffold was interrupted here, or is not done",
            directory,
            "let that user run scaffold here again");
      }
    } catch (NoSuchFileException e) {
      return false;
    }
    Optional<Refusal> foreign = foreign(directory);
    if (foreign.isPresent()) {
      throw new TargetRefusedException(foreign.get());
    }
    return true;
  }

  /**
   * What no run has made, in the place of a stage: it is not deleted as a leftover would be. Absent
   * if there is no such thing, or a moment later nothing at all.
   */
  static Optional<Refusal> foreign(Path directory) throws IOException {
    boolean signed = false;
    boolean empty = true;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        boolean lock = name.equals(LOCK);
        if (!NAMES.contains(name) || (lock && isNoFile(entry))) {
          return Optional.of(notMade(entry));
        }
        signed |= SIGNS.contains(name);
        empty = false;
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (DirectoryIteratorException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return Optional.empty();
      }
      throw e.getCause();
    }
    return signed || empty ? Optional.empty() : Optional.of(notMade(directory));
  }

  /** Whether something else than a file is there; asked in one look, for it may go meanwhile. */
  private static boolean isNoFile(Path path) throws IOException {
    try {
      return !Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isRegularFile();
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static Refusal notMade(Path path) {
    return new Refusal(
        "something is there that scaffold did not make",
        path.toString(),
        "move it away, and run the command again");
  }

  private static TargetRefusedException busy(Path directory) {
    String process;
    try {
      process = "the process " + Files.readString(directory.resolve(LOCK)).strip();
    } catch (IOException e) {
      process = "a process";
    }
    return refused(process + " is writing here with scaffold", directory, "wait until it is done");
  }

  private static TargetRefusedException refused(String what, Path directory, String next) {
    return new TargetRefusedException(
        new Refusal(what, directory.toString(), next + ", and run the command again"));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a run that is no more had made it. */
  boolean isLeftover() {
    return leftover;
  }

  /** The directory that the change is for. */
  Path root() {
    return root;
  }

  Path directory() {
    return directory;
  }

  /** Where a new file or directory is, before it has its place. */
  Path created(Path place) {
    return directory.resolve("created").resolve(root.relativize(place));
  }

  Path newTexts() {
    return directory.resolve("new");
  }

  Path oldTexts() {
    return directory.resolve("old");
  }

  Path newText(int number) {
    return newTexts().resolve(Integer.toString(number));
  }

  Path oldText(int number) {
    return oldTexts().resolve(Integer.toString(number));
  }

  Path journalDraft() {
    return directory.resolve(DRAFT);
  }

  Path journal() {
    return directory.resolve(JOURNAL);
  }

  Path committed() {
    return directory.resolve(COMMITTED);
  }

  /**
   * Refuses a stage that no run has made: what is taken back from it would come from elsewhere, or
   * never come.
   *
   * @throws IOException if anything in it is neither a file nor a directory
   */
  void requireNoLinks() throws IOException {
    Deque<Path> open = new ArrayDeque<>();
    open.push(directory);
    while (!open.isEmpty()) {
      Path path = open.pop();
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
          entries.forEach(open::push);
        }
      } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("no run of scaffold made its " + directory.relativize(path));
      }
    }
  }

  /** Deletes everything but the lock, a journal that is committed last. */
  void clear() throws IOException {
    Deque<Path> deepestFirst = new ArrayDeque<>();
    Deque<Path> open = new ArrayDeque<>();
    open.push(directory);
    while (!open.isEmpty()) {
      Path path = open.pop();
      boolean kept = path.equals(directory) || path.equals(directory.resolve(LOCK));
      if (!kept && !path.equals(committed())) {
        deepestFirst.push(path);
      }
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
          for (Path entry : entries) {
            open.push(entry);
          }
        }
      }
    }
    for (Path path : deepestFirst) {
      disk.delete(path);
    }
    disk.delete(committed());
  }

  /** Deletes the stage, and with it the lock. */
  void remove() throws IOException {
    clear();
    disk.delete(directory.resolve(LOCK));
    try {
      disk.delete(directory);
    } catch (DirectoryNotEmptyException e) {
      // Another run was quick to lock what it takes for a leftover; it deletes the directory.
      return;
    }
  }

  /** Gives up the lock. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
