package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import dev.loopscope.scaffold.suite.module.Contents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Applies fixes, looks at what is left, and goes on until there is nothing more to apply: a fix may
 * uncover a hazard that another one hid. Nothing is written.
 */
public final class FixRounds {
  /** A suite whose fixes undo each other would go on forever; that is a defect of the rules. */
  private static final int MOST = 20;

  private final Path base;
  private final Function<Contents, Outcome> check;
  private final boolean unsafeToo;
  private final Map<String, SourceText> before = new TreeMap<>();
  private final Map<String, SourceText> after = new TreeMap<>();

  private FixRounds(Path base, Function<Contents, Outcome> check, boolean unsafeToo) {
    this.base = base;
    this.check = check;
    this.unsafeToo = unsafeToo;
  }

  /**
   * Fixes what {@code check} finds.
   *
   * @param base the directory that findings' paths are relative to
   * @param check judges the suites with these contents of their files
   * @param unsafeToo whether fixes that a person should look at are applied as well
   * @throws UncheckedIOException if a file that has a finding cannot be read again
   */
  public static FixedSuites run(Path base, Function<Contents, Outcome> check, boolean unsafeToo) {
    return new FixRounds(base.toAbsolutePath().normalize(), check, unsafeToo).run();
  }

  private FixedSuites run() {
    int fixed = 0;
    Outcome outcome = check.apply(Contents.onDisk());
    for (int round = 0; round < MOST; round++) {
      FixSelection selection = FixSelection.of(outcome.findings(), unsafeToo);
      if (selection.isEmpty()) {
        return new FixedSuites(outcome, fixed, before, after);
      }
      fixed += selection.findings().size();
      selection.edits().forEach(this::apply);
      outcome = check.apply(contents());
    }
    throw new IllegalStateException("fixes do not come to an end: " + outcome.findings());
  }

  private void apply(String path, List<Edit> edits) {
    SourceText read = before.computeIfAbsent(path, this::read);
    SourceText text = after.getOrDefault(path, read);
    after.put(path, text.with(EditedText.of(text.text(), edits)));
  }

  private SourceText read(String path) {
    try {
      return SourceText.decode(Contents.onDisk().of(file(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UndecodableSourceException e) {
      throw new UncheckedIOException(new IOException(path + ": " + e.getMessage(), e));
    }
  }

  private Path file(String path) {
    return base.resolve(path).normalize();
  }

  private Contents contents() {
    Map<Path, byte[]> planned = new HashMap<>();
    after.forEach((path, text) -> planned.put(file(path), text.encode()));
    return Contents.onDiskExcept(planned);
  }
}
