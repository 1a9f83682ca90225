package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.files.Entry;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.FileReading.Cause;
import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files of a suite as they are on the disk, by their paths in it. */
public final class SuiteOnDisk {
  /** Whoever has more beside a suite has no suite of ours there. */
  private static final int MOST = 20_000;

  /** A text of a suite is smaller. */
  private static final long LARGEST = 1L << 20;

  private static final Set<String> PASSED_OVER =
      Set.of("node_modules", "__pycache__", "build", "dist", "target", "venv");

  private final Snapshot snapshot;
  private final Path directory;

  /**
   * Those of a directory.
   *
   * @param directory absolute, without {@code .} and {@code ..}
   */
  public SuiteOnDisk(Snapshot snapshot, Path directory) {
    this.snapshot = snapshot;
    this.directory = directory;
  }

  /**
   * The text at a path; absent if nothing is there.
   *
   * @throws TargetRefusedException if something else than a file that can be read is there
   */
  public Optional<FileText> read(String path) {
    Path file = directory.resolve(path);
    FileReading reading = snapshot.read(file);
    if (reading instanceof FileReading.Unread unread && unread.cause() != Cause.ABSENT) {
      throw new TargetRefusedException(
          new Refusal(
              "this is a file of the suite, but what is there " + unread.reason(),
              file.toString(),
              "move it away, and run the command again"));
    }
    return reading.toOptional().map(read -> FileText.of(read.bytes()));
  }

  /** The directories below in which suites say what they were made from, sorted. */
  public List<String> suites() {
    Set<String> found = new TreeSet<>();
    for (String path : paths()) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        String above = path.substring(0, slash);
        if (snapshot.entry(directory.resolve(above).resolve(AnswersFile.PATH)).isFile()) {
          found.add(above);
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * The paths of all files, sorted; without those in directories whose name starts with a full
   * stop, in virtual environments, and in what builds make.
   */
  public List<String> paths() {
    List<String> found = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(""));
    while (!open.isEmpty() && found.size() < MOST) {
      String above = open.pop();
      Listing listing = snapshot.list(above.isEmpty() ? directory : directory.resolve(above));
      if (listing.isFile("pyvenv.cfg")) {
        continue;
      }
      for (Map.Entry<String, Entry> named : listing.entries().entrySet()) {
        String path = above.isEmpty() ? named.getKey() : above + "/" + named.getKey();
        Entry entry = named.getValue();
        if (entry.isLink() || named.getKey().startsWith(".")) {
          continue;
        }
        if (entry.isFile()) {
          found.add(path);
        } else if (entry.isDirectory() && !PASSED_OVER.contains(named.getKey())) {
          open.push(path);
        }
      }
    }
    Collections.sort(found);
    return found;
  }

  /** The text at a path if it can be had, and is no larger than one of a suite's may be. */
  public Optional<FileText> peek(String path) {
    return snapshot
        .read(directory.resolve(path), LARGEST)
        .toOptional()
        .map(read -> FileText.of(read.bytes()));
  }
}
