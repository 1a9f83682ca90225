package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that several trees may ask for, each once. The first of them keeps it alone, because most
 * files belong to one suite and can go with it; what a second one asks for is kept for all others.
 */
final class SharedFile {
  /** Larger files are data; their trees would fill the memory. */
  private static final long LARGEST = 16L << 20;

  private final String path;
  private @Nullable WeakReference<Reading<SourceFile>> ofFirst;
  private @Nullable Reading<SourceFile> kept;

  SharedFile(String path) {
    this.path = path;
  }

  /**
   * The file, read if nobody has it.
   *
   * @param base what the path is relative to
   */
  synchronized Reading<SourceFile> read(Path base, Snapshot snapshot) {
    Reading<SourceFile> reading = kept;
    if (reading != null) {
      return reading;
    }
    reading = ofFirst == null ? null : ofFirst.get();
    if (reading == null) {
      reading = readNow(base, snapshot);
    }
    if (ofFirst == null) {
      ofFirst = new WeakReference<>(reading);
    } else {
      kept = reading;
    }
    return reading;
  }

  private Reading<SourceFile> readNow(Path base, Snapshot snapshot) {
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
