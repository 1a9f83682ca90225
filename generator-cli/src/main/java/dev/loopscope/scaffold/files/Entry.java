package dev.loopscope.scaffold.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A name in a directory, and what it leads to, which is looked at when it is first asked for, and
 * once. Safe for use by several threads.
 */
public final class Entry {
  /** What a name leads to. */
  public enum Kind {
    /** A regular file. */
    FILE,
    /** A directory. */
    DIRECTORY,
    /** A pipe, a socket or a device. */
    SPECIAL,
    /** A file behind a symbolic link that leads out of what was asked for. */
    OUTSIDE,
    /** A directory behind a symbolic link that leads out of what was asked for. */
    OUTSIDE_DIRECTORY,
    /** A symbolic link that leads nowhere, or a file that was deleted meanwhile. */
    NOTHING,
    /** Something that may not be looked at. */
    HIDDEN
  }

  /** Everything that one look at the disk tells. */
  record Status(
      Kind kind,
      boolean link,
      Path real,
      Optional<BasicFileAttributes> attributes,
      String reason) {}

  private final Path place;
  private final Predicate<Path> allowed;
  private volatile @Nullable Status status;

  /**
   * A name that was not looked at yet.
   *
   * @param place in a directory without links
   * @param allowed whether a link may lead to a place
   */
  Entry(Path place, Predicate<Path> allowed) {
    this.place = place;
    this.allowed = allowed;
  }

  private Entry(Status status) {
    this(status.real(), place -> false);
    this.status = status;
  }

  /** A name that a listing does not hold. */
  static Entry absent(Path place) {
    return new Entry(without(place, Kind.NOTHING, false, "is not there"));
  }

  /** A name below something that cannot be entered. */
  static Entry below(Entry above, Path place) {
    return new Entry(
        switch (above.kind()) {
          case OUTSIDE, OUTSIDE_DIRECTORY ->
              without(
                  place,
                  Kind.OUTSIDE,
                  false,
                  "lies behind a link that leads out of what was asked for");
          case HIDDEN -> without(place, Kind.HIDDEN, false, above.reason());
          default -> without(place, Kind.NOTHING, false, "is not there");
        });
  }

  /** What the name leads to. */
  public Kind kind() {
    return status().kind();
  }

  /** Whether it is a regular file. */
  public boolean isFile() {
    return kind() == Kind.FILE;
  }

  /** Whether whoever follows every link would find a file, which may be one that is not read. */
  public boolean mayBeFile() {
    return isFile() || kind() == Kind.OUTSIDE || kind() == Kind.HIDDEN;
  }

  /** Whether it is a directory. */
  public boolean isDirectory() {
    return kind() == Kind.DIRECTORY;
  }

  /** Whether the name is a symbolic link. */
  public boolean isLink() {
    return status().link();
  }

  /** Where what it leads to lies, without links; the name's own place if it leads nowhere. */
  public Path real() {
    return status().real();
  }

  /** Why it is neither a file nor a directory, as what follows its name; empty if it is one. */
  public String reason() {
    return status().reason();
  }

  Status status() {
    Status known = status;
    if (known == null) {
      known = look();
      status = known;
    }
    return known;
  }

  private Status look() {
    try {
      BasicFileAttributes own =
          Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return own.isSymbolicLink() ? followed() : status(own, false, place);
    } catch (NoSuchFileException e) {
      return without(place, Kind.NOTHING, false, "is not there");
    } catch (IOException e) {
      return without(place, Kind.HIDDEN, false, "cannot be looked at: " + ReadFailures.reason(e));
    }
  }

  private Status followed() {
    try {
      Path real = place.toRealPath();
      if (!allowed.test(real)) {
        return outside(real);
      }
      return status(Files.readAttributes(real, BasicFileAttributes.class), true, real);
    } catch (NoSuchFileException e) {
      return without(place, Kind.NOTHING, true, "is a link that leads nowhere");
    } catch (FileSystemLoopException e) {
      return without(place, Kind.NOTHING, true, "is a link that leads to itself");
    } catch (IOException e) {
      // The platform has no exception of its own for links that go round in a circle.
      return without(place, Kind.NOTHING, true, "is a link that cannot be followed");
    }
  }

  /** What lies there is not read, but a pipe is no file wherever it lies. */
  private static Status outside(Path real) throws IOException {
    BasicFileAttributes there = Files.readAttributes(real, BasicFileAttributes.class);
    Status inside = status(there, true, real);
    if (inside.kind() == Kind.SPECIAL) {
      return inside;
    }
    Kind kind = inside.kind() == Kind.FILE ? Kind.OUTSIDE : Kind.OUTSIDE_DIRECTORY;
    String reason = "is a link that leads out of what was asked for, to " + real;
    return new Status(kind, true, real, Optional.empty(), reason);
  }

  private static Status without(Path place, Kind kind, boolean link, String reason) {
    return new Status(kind, link, place, Optional.empty(), reason);
  }

  private static Status status(BasicFileAttributes it, boolean link, Path real) {
    Kind kind = it.isRegularFile() ? Kind.FILE : it.isDirectory() ? Kind.DIRECTORY : Kind.SPECIAL;
    String reason = kind == Kind.SPECIAL ? "is a pipe, a socket or a device" : "";
    return new Status(kind, link, real, Optional.of(it), reason);
  }
}
