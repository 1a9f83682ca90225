package dev.loopscope.scaffold.change.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts the record of a plan into the stage, beside the plan, and takes old records away. */
final class Recording {
  private static final byte[] EVERYTHING = "*\n".getBytes(StandardCharsets.US_ASCII);

  private final Staging staging;
  private final Path root;

  Recording(Staging staging) {
    this.staging = staging;
    this.root = staging.root();
  }

  /** Records what is staged so far; no more than so many records and bytes are kept. */
  void record(String command) throws IOException {
    Journal done = staging.journal();
    List<Integer> numbers = new ArrayList<>(UndoRecords.numbers(root));
    int number = numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1) + 1;
    long size = 0;
    for (JournalEntry entry : done.entries()) {
      size += entry.before().map(Fingerprint::size).orElse(0L);
    }
    numbers.removeIf(it -> !isOfARun(it));
    long all = size;
    for (int older : numbers) {
      all += size(older);
    }
    while (!numbers.isEmpty()
        && (numbers.size() >= UndoRecords.MOST || all > UndoRecords.LARGEST)) {
      int oldest = numbers.remove(0);
      all -= size(oldest);
      drop(oldest);
    }
    // An older one cannot be taken back before this one.
    if (size <= UndoRecords.LARGEST) {
      write(command, done, number);
    }
  }

  private void write(String command, Journal done, int number) throws IOException {
    if (!Files.exists(UndoRecords.gitignore(root), LinkOption.NOFOLLOW_LINKS)) {
      staging.create(UndoRecords.gitignore(root), EVERYTHING);
    }
    staging.create(UndoRecords.file(root, number), UndoRecord.encoded(command, done, root));
    for (int entry = 0; entry < done.entries().size(); entry++) {
      if (done.entries().get(entry).before().isPresent()) {
        Path kept = UndoRecords.old(root, number).resolve(Integer.toString(entry));
        staging.keep(done.entries().get(entry), kept);
      }
    }
  }

  /** Stages the end of a record, and the one of what is staged so far in its place. */
  void replace(int number, String command) throws IOException {
    record(command);
    drop(number);
  }

  /** What somebody else has put between the records is neither counted nor deleted. */
  private boolean isOfARun(int number) {
    try {
      UndoRecord.read(root, number);
      UndoRecords.contents(root, number);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private long size(int number) throws IOException {
    long size = 0;
    for (Path path : UndoRecords.contents(root, number)) {
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        size += Files.size(path);
      }
    }
    return size;
  }

  /** Stages the end of a record, and of what only records need if it is the last one. */
  void forget(int number) throws IOException {
    drop(number);
    if (UndoRecords.numbers(root).stream().filter(this::isOfARun).count() == 1) {
      Path gitignore = UndoRecords.gitignore(root);
      if (Files.isRegularFile(gitignore, LinkOption.NOFOLLOW_LINKS)) {
        staging.delete(gitignore, Files.readAllBytes(gitignore));
      }
      Path directory = UndoRecords.directory(root);
      staging.removeEmptied(List.of(directory, root.resolve(".scaffold")));
    }
  }

  private void drop(int number) throws IOException {
    List<Path> directories = new ArrayList<>();
    for (Path path : UndoRecords.contents(root, number)) {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        directories.add(path);
      } else {
        staging.delete(path, Files.readAllBytes(path));
      }
    }
    staging.removeEmptied(directories);
  }
}
