package dev.loopscope.scaffold.change;

import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The only class that writes to the user's disk. It stages the whole plan in a directory that no
 * one looks at, on the same file system, and moves it into place once everything in it is written.
 * After a failure the disk is as it was.
 */
public final class PlanWriter {
  /** What the stage is called; with a number behind it if the name is taken. */
  static final String STAGE = ".scaffold-unfinished";

  private static final int STAGES = 100;

  private PlanWriter() {}

  /**
   * Writes every file of {@code plan} below {@code target}.
   *
   * @throws WriteFailedException if the disk fails; what had been written is gone again
   */
  public static void write(ChangePlan plan, Target target) {
    if (target instanceof Target.Absent absent) {
      writeAbsent(plan, absent);
    } else {
      fill(plan, target.directory());
    }
  }

  /**
   * The stage becomes the first missing directory, parents of the target included, so that one
   * rename makes all of it appear.
   */
  private static void writeAbsent(ChangePlan plan, Target.Absent target) {
    Path below = target.ancestor().relativize(target.directory());
    Path first = target.ancestor().resolve(below.getName(0));
    Path stage = newStage(target.ancestor(), target.directory());
    try {
      Path inStage =
          below.getNameCount() == 1 ? stage : stage.resolve(below.subpath(1, below.getNameCount()));
      createFiles(plan, inStage);
      if (Files.exists(first, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(first.toString());
      }
      Files.move(stage, first, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed(target.directory(), e, discard(List.of(stage)));
    }
  }

  /**
   * The directory that is there is kept, because it may be a mount point, have permissions of its
   * own or be somebody's working directory. So the stage is inside it, and its entries are moved up
   * one by one, and taken away again should one of them fail.
   */
  private static void fill(ChangePlan plan, Path directory) {
    Path stage = newStage(directory, directory);
    List<Path> ours = new ArrayList<>();
    ours.add(stage);
    try {
      createFiles(plan, stage);
      for (Path entry : entries(stage)) {
        Path place = directory.resolve(entry.getFileName());
        Files.move(entry, place);
        ours.add(place);
      }
      Files.delete(stage);
    } catch (IOException e) {
      throw failed(directory, e, discard(ours));
    }
  }

  /**
   * Gives the files of {@code plan} below {@code directory} their new text. Every file is staged
   * beside the one it replaces, with its permissions, and all are renamed at the end; a symbolic
   * link stays one, and the file it leads to is rewritten.
   *
   * @throws WriteFailedException if a file no longer holds what the plan was made from, or if the
   *     disk fails; every file is as it was
   */
  public static void replace(ChangePlan plan, Path directory) {
    List<Staged> staged = new ArrayList<>();
    List<Staged> done = new ArrayList<>();
    try {
      for (Change.Replace change : plan.replacements()) {
        staged.add(stage(change, directory));
      }
      for (Staged file : staged) {
        Files.move(
            file.stage(),
            file.place(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        done.add(file);
      }
    } catch (IOException e) {
      List<Path> changed = restore(done);
      List<Path> left = discard(staged.stream().map(Staged::stage).toList());
      throw failed(directory, e, left, changed);
    }
  }

  /** A file's new text, not yet in its place, and what was there. */
  private record Staged(Path place, Path stage, FileText before) {}

  private static Staged stage(Change.Replace change, Path directory) throws IOException {
    Path place = directory.resolve(change.path()).toRealPath();
    if (!Arrays.equals(Files.readAllBytes(place), change.before().encoded())) {
      throw new IOException(change.path() + " was changed meanwhile");
    }
    Path stage = place.resolveSibling("." + place.getFileName() + STAGE);
    try {
      Files.copy(place, stage, StandardCopyOption.COPY_ATTRIBUTES);
      Files.write(stage, change.after().encoded(), StandardOpenOption.TRUNCATE_EXISTING);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(stage + " is left from a run that was killed; delete it", e);
    } catch (IOException e) {
      discard(List.of(stage)).forEach(left -> e.addSuppressed(new IOException(left.toString())));
      throw e;
    }
    return new Staged(place, stage, change.before());
  }

  /** Gives {@code files} their old bytes back, and returns those that would not take them. */
  private static List<Path> restore(List<Staged> files) {
    List<Path> failed = new ArrayList<>();
    for (Staged file : files) {
      try {
        Files.write(file.place(), file.before().encoded(), StandardOpenOption.TRUNCATE_EXISTING);
      } catch (IOException e) {
        failed.add(file.place());
      }
    }
    return failed;
  }

  private static void createFiles(ChangePlan plan, Path root) throws IOException {
    Files.createDirectories(root);
    for (Change.Create change : plan.creations()) {
      Path file = root.resolve(change.path());
      Files.createDirectories(file.getParent());
      Files.write(file, change.file().utf8(), StandardOpenOption.CREATE_NEW);
    }
  }

  /**
   * A new directory in {@code parent}; if the name is another run's, or one's that was killed, the
   * next name. Not a temporary directory of the platform: those are closed to the group.
   */
  private static Path newStage(Path parent, Path target) {
    for (int i = 0; i < STAGES; i++) {
      Path stage = parent.resolve(i == 0 ? STAGE : STAGE + "-" + i);
      try {
        if (!Files.exists(stage, LinkOption.NOFOLLOW_LINKS)) {
          return Files.createDirectory(stage);
        }
      } catch (IOException e) {
        throw failed(target, e, List.of());
      }
    }
    throw failed(target, new IOException(STAGES + " unfinished runs are there"), List.of());
  }

  private static List<Path> entries(Path directory) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entries::add);
    }
    return entries;
  }

  /** Deletes {@code roots} with everything in them, and returns those that would not go. */
  private static List<Path> discard(List<Path> roots) {
    List<Path> left = new ArrayList<>();
    for (Path root : roots) {
      try {
        discard(root);
      } catch (IOException e) {
        left.add(root);
      }
    }
    return left;
  }

  private static void discard(Path root) throws IOException {
    Deque<Path> deepestFirst = new ArrayDeque<>();
    Deque<Path> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Path path = open.pop();
      deepestFirst.push(path);
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        open.addAll(entries(path));
      }
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  private static WriteFailedException failed(Path target, IOException cause, List<Path> left) {
    return failed(target, cause, left, List.of());
  }

  private static WriteFailedException failed(
      Path target, IOException cause, List<Path> left, List<Path> changed) {
    StringBuilder next = new StringBuilder("mend that and run the command again");
    for (Path path : changed) {
      next.append("; first restore ").append(path).append(", which has its new text already");
    }
    for (Path path : left) {
      next.append("; first delete ").append(path).append(", which could not be taken away");
    }
    return new WriteFailedException(
        new Refusal(
            (changed.isEmpty() ? "nothing was written: " : "not all was written: ")
                + Failures.reason(cause),
            target.toString(),
            next.toString()),
        cause);
  }
}
