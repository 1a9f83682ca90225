package dev.loopscope.scaffold.change.disk;

import dev.loopscope.scaffold.change.Failures;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What runs left that were killed, or lost their power. A change that was not committed is taken
 * back; one that was is done, and its stage is deleted. Each command calls this before it looks at
 * anything.
 */
public final class Leftovers {
  private final Disk disk;

  /** Takes back on {@code disk}. */
  public Leftovers(Disk disk) {
    this.disk = disk;
  }

  /**
   * Looks at directories and those above them, and settles what was left in them.
   *
   * @param paths what a command is going to look at or to write; need not be there
   * @return what was done about each leftover, or why nothing could be done
   * @throws TargetRefusedException if another run is at work there, or if somebody changed a file
   *     that is to be taken back
   */
  public Settlement settleAt(Collection<Path> paths) {
    Set<Path> directories = new LinkedHashSet<>();
    for (Path path : paths) {
      Optional<Path> directory = nearest(path);
      while (directory.isPresent() && directories.add(directory.get())) {
        directory = Optional.ofNullable(directory.get().getParent());
      }
    }
    List<String> told = new ArrayList<>();
    List<Refusal> left = new ArrayList<>();
    for (Path directory : directories) {
      if (Files.isDirectory(directory.resolve(Stage.NAME), LinkOption.NOFOLLOW_LINKS)) {
        settleIn(directory, told, left);
      }
    }
    return new Settlement(told, left);
  }

  /**
   * The directories below others in which something was left. Not looked into are links and what no
   * suite is in: directories whose name starts with a full stop, {@code node_modules} and virtual
   * environments.
   *
   * @param paths absolute; need not be there
   */
  public static List<Path> below(Collection<Path> paths, Snapshot snapshot) {
    List<Path> found = new ArrayList<>();
    Deque<Path> open = new ArrayDeque<>(paths);
    while (!open.isEmpty()) {
      Path directory = open.pop();
      Listing listing = snapshot.list(directory);
      if (listing.isDirectory(Stage.NAME)) {
        found.add(directory);
      }
      if (!listing.isFile("pyvenv.cfg")) {
        listing
            .entries()
            .forEach(
                (name, entry) -> {
                  if (!name.startsWith(".")
                      && !name.equals("node_modules")
                      && entry.isDirectory()
                      && !entry.isLink()) {
                    open.push(directory.resolve(name));
                  }
                });
      }
    }
    return found;
  }

  /** The real directory that a path is, or is to be, in. */
  private static Optional<Path> nearest(Path path) {
    for (Path at = path.toAbsolutePath(); at != null; at = at.getParent()) {
      try {
        if (Files.isDirectory(at)) {
          return Optional.of(at.toRealPath());
        }
      } catch (IOException e) {
        // It was deleted a moment ago, so its parent is the nearest.
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> foreign(Path place) throws IOException {
    try {
      return CurrentProcess.isOwnerOf(place) ? Stage.foreign(place) : Optional.of(ofAnother(place));
    } catch (NoSuchFileException e) {
      // The run that had it has just ended.
      return Optional.empty();
    }
  }

  private void settleIn(Path directory, List<String> told, List<Refusal> left) {
    Path place = directory.resolve(Stage.NAME);
    try {
      Optional<Refusal> another = foreign(place);
      if (another.isPresent()) {
        left.add(another.get());
        return;
      }
      Optional<Stage> stage = Stage.left(disk, directory);
      if (stage.isPresent()) {
        try (Stage locked = stage.get()) {
          String done = settle(locked);
          locked.remove();
          told.add(done);
        }
      }
    } catch (IOException e) {
      // Another run that was at work here may have ended meanwhile, and its stage with it.
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        left.add(unsettled(directory, e));
      }
    }
  }

  private static Refusal ofAnother(Path stage) {
    return new Refusal(
        "another user's run of scaffold was killed here, or is not done, and files may be half"
            + " changed",
        stage.toString(),
        "let that user run scaffold here again");
  }

  /** Why what was left in a directory stays, and what to do about it. */
  static Refusal unsettled(Path directory, IOException cause) {
    return new Refusal(
        "what a run that was killed left cannot be settled, and files may be half changed: "
            + Failures.reason(cause),
        directory.resolve(Stage.NAME).toString(),
        "mend that; or look at its directory old for texts that you miss, delete it, and run"
            + " the command again");
  }

  /** Settles a stage that is locked, and leaves it empty. */
  String settle(Stage stage) throws IOException {
    if (Files.exists(stage.journal(), LinkOption.NOFOLLOW_LINKS)) {
      stage.requireNoLinks();
      takeBack(stage, Journal.read(stage.journal(), stage.root()));
      return "Took back what a run that was killed had begun to change in " + stage.root();
    }
    boolean committed = Files.exists(stage.committed(), LinkOption.NOFOLLOW_LINKS);
    stage.clear();
    return committed
        ? "Tidied up after a run that was killed once it had changed all files in " + stage.root()
        : "Deleted what a run that was killed had prepared in " + stage.root();
  }

  /** Takes a change back, and leaves the stage empty. The journal goes first: then all is done. */
  void takeBack(Stage stage, Journal journal) throws IOException {
    new TakeBack(disk, stage, journal).run();
    disk.delete(stage.journal());
    disk.sync(List.of(stage.directory()));
    stage.clear();
  }
}
