package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that is read when it is first asked for, and once. */
final class LazyFile {
  /** Larger files are data; their trees would fill the memory. */
  private static final long LARGEST = 16L << 20;

  private final Path base;
  private final String path;
  private final Snapshot snapshot;
  private @Nullable Reading<SourceFile> reading;

  LazyFile(Path base, String path, Snapshot snapshot) {
    this.base = base;
    this.path = path;
    this.snapshot = snapshot;
  }

  synchronized Reading<SourceFile> read() {
    Reading<SourceFile> known = reading;
    if (known == null) {
      known = readNow();
      reading = known;
    }
    return known;
  }

  private Reading<SourceFile> readNow() {
    Optional<Path> place = PathText.resolve(base, path);
    if (place.isEmpty()) {
      return Reading.unknown("`" + path + "` is no path");
    }
    FileReading file = snapshot.read(place.orElseThrow(), LARGEST);
    if (file instanceof FileReading.Unread unread) {
      return Reading.unknown("`" + path + "` " + unread.reason());
    }
    return parse(((FileReading.Read) file).file());
  }

  private Reading<SourceFile> parse(SnapshotFile file) {
    try {
      SourceText text = SourceText.decode(file.bytes());
      if (text.encodesAsDecoded()) {
        file.keepAs(text::encode);
      }
      return Reading.known(new SourceFile(path, Parser.parse(text)));
    } catch (UndecodableSourceException e) {
      return Reading.unknown("`" + path + "` " + e.getMessage());
    }
  }
}
