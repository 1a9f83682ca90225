package dev.loopscope.scaffold.change.disk;

import dev.loopscope.scaffold.change.Failures;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.files.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
   * @return a line for each leftover on what was done, or why nothing could be done
   * @throws TargetRefusedException if another run is at work there, or if somebody changed a file
   *     that is to be taken back
   */
  public List<String> settleAt(Collection<Path> paths) {
    Set<Path> directories = new LinkedHashSet<>();
    for (Path path : paths) {
      Optional<Path> directory = nearest(path);
      while (directory.isPresent() && directories.add(directory.get())) {
        directory = Optional.ofNullable(directory.get().getParent());
      }
    }
    List<String> told = new ArrayList<>();
    for (Path directory : directories) {
      if (Files.isDirectory(directory.resolve(Stage.NAME), LinkOption.NOFOLLOW_LINKS)) {
        settleIn(directory).ifPresent(told::add);
      }
    }
    return told;
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

  private Optional<String> settleIn(Path directory) {
    Path stage = directory.resolve(Stage.NAME);
    try {
      if (!CurrentProcess.isOwnerOf(stage)) {
        return Optional.of(
            "Another user's run of scaffold was killed in "
                + directory
                + ", or is not done: files there may be half changed");
      }
      Optional<Stage> left = Stage.left(disk, directory);
      if (left.isEmpty()) {
        return Optional.empty();
      }
      try (Stage locked = left.get()) {
        String told = settle(locked);
        locked.remove();
        return Optional.of(told);
      }
    } catch (IOException e) {
      return Optional.of(
          "A run that was killed left "
              + stage
              + ", which cannot be settled: "
              + Failures.reason(e)
              + "; files in "
              + directory
              + " may be half changed");
    }
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
