package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is read when it is first asked for, and once. */
final class LazyFile {
  /** Larger files are data; their trees would fill the memory. */
  private static final long LARGEST = 16L << 20;

  private final Path base;
  private final String path;
  private final Contents contents;
  private @Nullable Reading<SourceFile> reading;

  LazyFile(Path base, String path, Contents contents) {
    this.base = base;
    this.path = path;
    this.contents = contents;
  }

  synchronized Reading<SourceFile> read() {
    Reading<SourceFile> known = reading;
    if (known == null) {
      known = parse();
      reading = known;
    }
    return known;
  }

  private Reading<SourceFile> parse() {
    try {
      Path file = base.resolve(path);
      // A pipe would be waited for without end.
      if (!Files.isRegularFile(file)) {
        return Reading.unknown("`" + path + "` is not there, or no file");
      }
      if (Files.size(file) > LARGEST) {
        return Reading.unknown("`" + path + "` is larger than " + (LARGEST >> 20) + " MiB");
      }
      SourceText text = SourceText.decode(contents.of(file));
      return Reading.known(new SourceFile(path, Parser.parse(text)));
    } catch (UndecodableSourceException e) {
      return Reading.unknown("`" + path + "` " + e.getMessage());
    } catch (IOException | InvalidPathException e) {
      return Reading.unknown("`" + path + "` cannot be read");
    }
  }
}
