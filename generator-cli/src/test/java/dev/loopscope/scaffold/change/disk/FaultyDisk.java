package dev.loopscope.scaffold.change.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The real disk, but something happens at one of its operations, counted from zero. What a file was
 * given is lost in a loss of power until the file is synced; names are lost in the order in which
 * they came, as with the journals of ext4, XFS, Btrfs and APFS, so that losing power at an
 * operation is also losing the names of all that came after the last sync before it.
 */
final class FaultyDisk implements Disk {
  /** What happens. */
  enum Fault {
    /** The operation is not done. */
    FAILS,
    /** The operation is done in part, as a write on a disk that is full. */
    FAILS_HALFWAY,
    /** No operation is done any more. */
    FAILS_FOR_GOOD,
    /** The process is gone before the operation. */
    DIES,
    /** The process is gone in the middle of it. */
    DIES_HALFWAY,
    /** The power is gone before the operation. */
    POWER_LOST
  }

  /** The process is gone; nothing in it can notice. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  private interface Operation {
    void run() throws IOException;
  }

  private static final LinkOption NOFOLLOW = LinkOption.NOFOLLOW_LINKS;

  private final Disk real = Disk.real();
  private final Path root;
  private final Fault fault;
  private final Set<Object> unsynced = new HashSet<>();
  private int untilFault;

  /**
   * A disk with one fault.
   *
   * @param root where files lose what was not synced
   * @param at the number of the operation
   */
  FaultyDisk(Path root, Fault fault, int at) {
    this.root = root;
    this.fault = fault;
    this.untilFault = at;
  }

  /** Whether the fault is still to come. */
  boolean isStillToCome() {
    return untilFault >= 0;
  }

  private void operate(Path path, Operation halfway, Operation whole) throws IOException {
    int left = untilFault;
    untilFault = Math.max(-1, untilFault - 1);
    boolean now = left == 0;
    switch (fault) {
      case FAILS -> fail(now, path);
      case FAILS_FOR_GOOD -> fail(left <= 0, path);
      case FAILS_HALFWAY -> {
        if (now) {
          halfway.run();
        }
        fail(now, path);
      }
      case DIES -> die(now);
      case DIES_HALFWAY -> {
        if (now) {
          halfway.run();
        }
        die(now);
      }
      case POWER_LOST -> {
        if (now) {
          loseWhatWasNotSynced();
        }
        die(now);
      }
    }
    whole.run();
  }

  private void die(boolean now) {
    if (now) {
      throw new Died();
    }
  }

  private static void fail(boolean now, Path path) throws IOException {
    if (now) {
      throw new FileSystemException(path.toString(), null, "No space left on device");
    }
  }

  private void loseWhatWasNotSynced() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(it -> Files.isRegularFile(it, NOFOLLOW)).toList()) {
        if (unsynced.contains(key(file).orElseThrow())) {
          Files.write(file, new byte[(int) Files.size(file)]);
        }
      }
    }
  }

  private static Optional<Object> key(Path file) throws IOException {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW).fileKey());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void wrote(Path file) throws IOException {
    unsynced.add(key(file).orElseThrow());
  }

  @Override
  public void createPrivateDirectory(Path directory) throws IOException {
    operate(directory, () -> {}, () -> real.createPrivateDirectory(directory));
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    operate(directory, () -> {}, () -> real.createDirectory(directory));
  }

  @Override
  public void create(Path file, byte[] bytes) throws IOException {
    operate(
        file,
        () -> real.create(file, Arrays.copyOf(bytes, bytes.length / 2)),
        () -> {
          real.create(file, bytes);
          wrote(file);
        });
  }

  @Override
  public void copy(Path from, Path to) throws IOException {
    operate(
        to,
        () -> Files.createFile(to),
        () -> {
          real.copy(from, to);
          wrote(to);
        });
  }

  @Override
  public void overwrite(Path file, byte[] bytes) throws IOException {
    operate(
        file,
        () -> {
          byte[] half = Files.readAllBytes(file);
          System.arraycopy(bytes, 0, half, 0, Math.min(bytes.length, half.length) / 2);
          real.overwrite(file, half);
        },
        () -> {
          real.overwrite(file, bytes);
          wrote(file);
        });
  }

  @Override
  public void link(Path file, Path name) throws IOException {
    operate(name, () -> {}, () -> real.link(file, name));
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    operate(to, () -> {}, () -> real.move(from, to));
  }

  @Override
  public void delete(Path path) throws IOException {
    operate(path, () -> {}, () -> real.delete(path));
  }

  @Override
  public void sync(Collection<Path> filesAndDirectories) throws IOException {
    Path any = filesAndDirectories.stream().findFirst().orElse(Path.of("/"));
    operate(any, () -> {}, () -> syncAll(List.copyOf(filesAndDirectories)));
  }

  private void syncAll(List<Path> paths) throws IOException {
    for (Path path : paths) {
      unsynced.remove(key(path).orElseThrow(() -> new NoSuchFileException(path.toString())));
    }
  }

  @Override
  public Optional<Closeable> lock(Path file, String text) throws IOException {
    Lock lock = new Lock();
    operate(file, () -> Files.createFile(file), () -> lock.held = real.lock(file, text));
    return lock.held;
  }

  /** What locking came to. */
  private static final class Lock {
    private Optional<Closeable> held = Optional.empty();
  }
}
