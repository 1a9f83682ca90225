package dev.loopscope.scaffold.change.disk;

import dev.loopscope.scaffold.change.Failures;
import dev.loopscope.scaffold.change.TargetNotEmptyException;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks at the disk for a place to write to, and changes nothing. */
public final class TargetLocator {
  /** What scaffold 0.1.0 called its stage, with a number behind it if the name was taken. */
  private static final String OLDER_STAGE = ".scaffold-unfinished";

  private static final String ELSEWHERE = "name a new or an empty directory";

  private TargetLocator() {}

  /**
   * Files that are there.
   *
   * @param root a directory that everything in the plan lies in
   * @param directory what the plan's paths are relative to
   * @throws TargetRefusedException if the root is not there, or cannot be written to
   */
  public static Target files(Path root, Path directory) {
    try {
      Path real = root.toRealPath();
      requireWritable(real);
      return new Target.Files(real, directory.toRealPath());
    } catch (IOException e) {
      throw refused("cannot be looked at: " + Failures.reason(e), root, "name another one");
    }
  }

  /**
   * The target that {@code given} names. {@code ..} means what it means to the operating system:
   * the parent of the directory that a symbolic link leads to.
   *
   * @throws TargetRefusedException if something other than an empty directory is there, or if it
   *     cannot be written to
   */
  public static Target locate(Path given) {
    try {
      return located(given.toAbsolutePath());
    } catch (IOException e) {
      throw refused("cannot be looked at: " + Failures.reason(e), given, ELSEWHERE);
    }
  }

  private static Target located(Path absolute) throws IOException {
    Path real = absolute.getRoot();
    for (int i = 0; i < absolute.getNameCount(); i++) {
      String name = absolute.getName(i).toString();
      if (name.equals("..")) {
        real = Optional.ofNullable(real.getParent()).orElse(real);
      } else if (!name.equals(".") && !name.isEmpty()) {
        real = entered(real.resolve(name), i == absolute.getNameCount() - 1);
      }
    }
    return attributes(real).isEmpty() ? absent(real) : emptyDirectory(real);
  }

  /** The real directory behind {@code path}; {@code path} itself if nothing is there. */
  private static Path entered(Path path, boolean last) throws IOException {
    Optional<BasicFileAttributes> there = attributes(path);
    if (there.isEmpty() || there.get().isDirectory()) {
      return path;
    }
    if (there.get().isSymbolicLink() && last) {
      throw refused("is a symbolic link", path, "name the directory that it should lead to");
    }
    if (!Files.isDirectory(path)) {
      throw refused(last ? "is a file" : "would be below a file", path, ELSEWHERE);
    }
    return path.toRealPath();
  }

  private static Target absent(Path directory) throws IOException {
    Path ancestor = directory;
    while (attributes(ancestor).isEmpty()) {
      // A root is always there, so whatever is not has a parent.
      ancestor = Objects.requireNonNull(ancestor.getParent());
    }
    requireWritable(ancestor);
    return new Target.Absent(ancestor, directory);
  }

  private static Target emptyDirectory(Path directory) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    }
    // The stage is this run's own, or that of another one that is at work at this moment.
    names.remove(Stage.NAME);
    Optional<String> mine =
        names.stream().filter(name -> !name.startsWith(OLDER_STAGE)).findFirst();
    if (mine.isPresent()) {
      throw new TargetNotEmptyException(
          new Refusal("the target " + notEmpty(mine.get()), directory.toString(), ELSEWHERE));
    }
    if (!names.isEmpty()) {
      throw refused(
          notEmpty(names.first()),
          directory,
          "it is left by a run of an older scaffold that was interrupted; delete it and run the"
              + " command again");
    }
    requireWritable(directory);
    return new Target.EmptyDirectory(directory);
  }

  private static String notEmpty(String entry) {
    return "is not empty: it holds " + entry;
  }

  private static void requireWritable(Path directory) {
    if (!Files.isWritable(directory)) {
      throw refused(
          "cannot be written to", directory, "change its permissions, or name another directory");
    }
  }

  private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static TargetRefusedException refused(String what, Path path, String next) {
    return new TargetRefusedException(new Refusal("the target " + what, path.toString(), next));
  }
}
