package dev.loopscope.scaffold.change.disk;

import dev.loopscope.scaffold.change.Failures;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The records of applied plans in one directory, by which they can be taken back. */
public final class UndoRecords {
  /** How many are kept. */
  static final int MOST = 10;

  /** How many bytes they have together, at most. */
  static final long LARGEST = 64L << 20;

  private static final String PLACE = ".scaffold/undo";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private UndoRecords() {}

  /** Where they stand. */
  static Path directory(Path root) {
    return root.resolve(PLACE);
  }

  static Path directory(Path root, int number) {
    return directory(root).resolve(Integer.toString(number));
  }

  static Path file(Path root, int number) {
    return directory(root, number).resolve("record");
  }

  static Path old(Path root, int number) {
    return directory(root, number).resolve("old");
  }

  /** Keeps them out of git, and nothing else. */
  static Path gitignore(Path root) {
    return directory(root).resolve(".gitignore");
  }

  /**
   * The last record in {@code root}.
   *
   * @param root real
   * @throws TargetRefusedException if it cannot be read
   */
  public static Optional<UndoRecord> last(Path root) {
    try {
      List<Integer> numbers = numbers(root);
      return numbers.isEmpty()
          ? Optional.empty()
          : Optional.of(read(root, numbers.get(numbers.size() - 1)));
    } catch (IOException e) {
      throw unread(directory(root), e);
    }
  }

  /**
   * The records in {@code root}, oldest first.
   *
   * @param root real
   * @param others takes why one cannot be read, for each such; no command that is recorded makes
   *     one
   * @throws TargetRefusedException if there is no way to look
   */
  public static List<UndoRecord> all(Path root, Consumer<Refusal> others) {
    List<UndoRecord> records = new ArrayList<>();
    try {
      for (int number : numbers(root)) {
        try {
          records.add(UndoRecord.read(root, number));
        } catch (IOException e) {
          others.accept(unread(directory(root, number), e).refusal());
        }
      }
    } catch (IOException e) {
      throw unread(directory(root), e);
    }
    return records;
  }

  private static UndoRecord read(Path root, int number) {
    try {
      return UndoRecord.read(root, number);
    } catch (IOException e) {
      throw unread(directory(root, number), e);
    }
  }

  /** When the last plan was applied in {@code root}; absent if none is recorded. */
  public static Optional<FileTime> time(Path root) {
    try {
      List<Integer> numbers = numbers(root);
      return numbers.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Files.getLastModifiedTime(
                  file(root, numbers.get(numbers.size() - 1)), LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      throw unread(directory(root), e);
    }
  }

  /** The numbers of the records in {@code root}, smallest first. */
  static List<Integer> numbers(Path root) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    // What another user may have put there is not to be written over this user's files.
    if (!isDirectory(root.resolve(".scaffold"))
        || !isDirectory(directory(root))
        || !CurrentProcess.isOwnerOf(directory(root))) {
      return numbers;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory(root))) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (NUMBER.matcher(name).matches() && isDirectory(entry)) {
          numbers.add(Integer.parseInt(name));
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    Collections.sort(numbers);
    return numbers;
  }

  /**
   * Everything in one record, what is in a directory behind it.
   *
   * @throws IOException if anything in it is neither a file nor a directory
   */
  static List<Path> contents(Path root, int number) throws IOException {
    List<Path> contents = new ArrayList<>();
    Deque<Path> open = new ArrayDeque<>(List.of(directory(root, number)));
    while (!open.isEmpty()) {
      Path path = open.pop();
      contents.add(path);
      if (isDirectory(path)) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
          entries.forEach(open::push);
        }
      } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("no run of scaffold made its " + root.relativize(path));
      }
    }
    return contents;
  }

  private static boolean isDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static TargetRefusedException unread(Path record, IOException cause) {
    return new TargetRefusedException(
        new Refusal(
            "what was recorded to take a command back cannot be read: " + Failures.reason(cause),
            record.toString(),
            "delete that directory; what was done stays as it is"),
        cause);
  }
}
