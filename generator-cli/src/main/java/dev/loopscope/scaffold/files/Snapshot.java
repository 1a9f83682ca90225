package dev.loopscope.scaffold.files;

import dev.loopscope.scaffold.files.FileReading.Cause;
import dev.loopscope.scaffold.files.FileReading.Read;
import dev.loopscope.scaffold.files.FileReading.Unread;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The files and directories of one run, each looked at when it is first asked for, and once. The
 * only reader of the user's files; the package says by which policy. Safe for use by several
 * threads.
 */
public final class Snapshot {
  /** How many bytes a file may have; larger ones are data, and would fill the memory. */
  public static final long LARGEST = 64L << 20;

  /** Linux takes no longer one, and the other platforms none of this length. */
  private static final int LONGEST_PATH = 4096;

  private final Roots roots;
  private final Map<Path, byte[]> planned;
  private final ConcurrentMap<Path, Listing> listings;
  private final ConcurrentMap<Path, Entry> entries;
  private final ConcurrentMap<Path, FileReading> disk;
  private final ConcurrentMap<Path, FileReading> changed = new ConcurrentHashMap<>();

  private Snapshot(
      Roots roots,
      Map<Path, byte[]> planned,
      ConcurrentMap<Path, Listing> listings,
      ConcurrentMap<Path, Entry> entries,
      ConcurrentMap<Path, FileReading> disk) {
    this.roots = roots;
    this.planned = planned;
    this.listings = listings;
    this.entries = entries;
    this.disk = disk;
  }

  /**
   * Of a run that was asked for files and directories. Symbolic links may lead from one into
   * another, and out of none; what is named here may itself be a link, and lie anywhere.
   *
   * @param asked absolute; what is not there asks for nothing
   */
  public static Snapshot of(Collection<Path> asked) {
    return new Snapshot(
        Roots.of(asked),
        Map.of(),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>());
  }

  /**
   * Of a run in a project: links may lead anywhere in the repository around the base as well.
   *
   * @param base absolute
   * @param asked absolute; what is not there asks for nothing
   */
  public static Snapshot around(Path base, Collection<Path> asked) {
    List<Path> all = new ArrayList<>(asked);
    all.add(base);
    all.add(Repository.around(base));
    return of(all);
  }

  /**
   * The same files, listed and read once for both, but for these texts.
   *
   * @param texts what files that are there are going to hold, by their real places
   */
  public Snapshot with(Map<Path, byte[]> texts) {
    Map<Path, byte[]> all = new HashMap<>(planned);
    all.putAll(texts);
    return new Snapshot(roots, Map.copyOf(all), listings, entries, disk);
  }

  /**
   * What a directory holds.
   *
   * @param directory absolute, without {@code .} and {@code ..}
   */
  public Listing list(Path directory) {
    Listing known = listings.get(directory);
    if (known != null) {
      return known;
    }
    Entry entry = entry(directory);
    return listings.computeIfAbsent(directory, it -> listed(it, entry));
  }

  private Listing listed(Path directory, Entry entry) {
    if (entry.isDirectory()) {
      return Listing.of(entry.real(), roots::hold);
    }
    return Listing.failed(directory, entry.isFile() ? "is a file" : entry.reason());
  }

  /**
   * What a path leads to. If the directory above it was listed, the listing answers.
   *
   * @param path absolute, without {@code .} and {@code ..}
   */
  public Entry entry(Path path) {
    Entry known = entries.get(path);
    if (known != null) {
      return known;
    }
    if (path.toString().length() > LONGEST_PATH) {
      return Entry.absent(path);
    }
    Deque<Path> unknown = new ArrayDeque<>(List.of(path));
    Path above = path.getParent();
    while (above != null && !entries.containsKey(above)) {
      unknown.push(above);
      above = above.getParent();
    }
    Entry found = above == null ? Entry.absent(path) : entry(above);
    for (Path it : unknown) {
      Entry next = found(it, found);
      Entry other = entries.putIfAbsent(it, next);
      found = other == null ? next : other;
    }
    return found;
  }

  private Entry found(Path path, Entry above) {
    Path directory = path.getParent();
    if (directory == null) {
      return new Entry(path, real -> true);
    }
    String name = String.valueOf(path.getFileName());
    Listing listing = listings.get(directory);
    if (listing != null && listing.failure().isEmpty()) {
      return listing.entry(name).orElseGet(() -> Entry.absent(path));
    }
    if (!above.isDirectory()) {
      return Entry.below(above, path);
    }
    // A link on the way to what was asked for was asked for as well.
    return new Entry(above.real().resolve(name), roots.lead(path) ? real -> true : roots::hold);
  }

  /**
   * Reads a file of at most {@link #LARGEST} bytes.
   *
   * @param path absolute, without {@code .} and {@code ..}
   */
  public FileReading read(Path path) {
    return read(path, LARGEST);
  }

  /**
   * Reads a file of at most this many bytes. What came of it is kept, so one name is always asked
   * with one number.
   *
   * @param path absolute, without {@code .} and {@code ..}
   * @param largest not above {@link #LARGEST}
   */
  public FileReading read(Path path, long largest) {
    Entry.Status status = entry(path).status();
    Optional<BasicFileAttributes> attributes = status.attributes();
    if (status.kind() != Entry.Kind.FILE || attributes.isEmpty()) {
      return new Unread(cause(status.kind()), reason(status));
    }
    Path real = status.real();
    byte[] text = planned.get(real);
    if (text != null) {
      return changed.computeIfAbsent(
          real, it -> new Read(new SnapshotFile(it, attributes.orElseThrow(), text)));
    }
    FileReading known = disk.get(real);
    return known == null
        ? disk.computeIfAbsent(
            real, it -> RegularFile.read(it, attributes.orElseThrow(), Math.min(largest, LARGEST)))
        : known;
  }

  private static Cause cause(Entry.Kind kind) {
    return switch (kind) {
      case NOTHING -> Cause.ABSENT;
      case OUTSIDE, OUTSIDE_DIRECTORY -> Cause.LEADS_OUT;
      case HIDDEN -> Cause.FAILED;
      case FILE, DIRECTORY, SPECIAL -> Cause.NOT_REGULAR;
    };
  }

  private static String reason(Entry.Status status) {
    return status.reason().isEmpty() ? "is a directory" : status.reason();
  }
}
