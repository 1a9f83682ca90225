package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Applies fixes, looks at what is left, and goes on until there is nothing more to apply: a fix may
 * uncover a hazard that another one hid. Nothing is written.
 */
public final class FixRounds {
  /** A suite whose fixes undo each other would go on forever; that is a defect of the rules. */
  private static final int MOST = 20;

  private final ConfigFiles files;
  private final Path realBase;
  private final Function<ConfigFiles, Outcome> check;
  private final boolean unsafeToo;
  private final Map<String, SourceText> before = new TreeMap<>();
  private final Map<String, SourceText> after = new TreeMap<>();
  private final Map<Path, byte[]> planned = new HashMap<>();

  private FixRounds(ConfigFiles files, Function<ConfigFiles, Outcome> check, boolean unsafeToo) {
    this.files = files;
    this.realBase = files.snapshot().entry(files.base()).real();
    this.check = check;
    this.unsafeToo = unsafeToo;
  }

  /**
   * Fixes what {@code check} finds. A file that has several names is changed once, under the name
   * of its real place.
   *
   * @param files of the run; findings' paths are relative to their base
   * @param check judges the suites with these files
   * @param unsafeToo whether fixes that a person should look at are applied as well
   */
  public static FixedSuites run(
      ConfigFiles files, Function<ConfigFiles, Outcome> check, boolean unsafeToo) {
    return new FixRounds(files, check, unsafeToo).run();
  }

  private FixedSuites run() {
    int fixed = 0;
    Outcome outcome = check.apply(files);
    for (int round = 0; round < MOST; round++) {
      FixSelection selection = FixSelection.of(outcome.findings(), unsafeToo);
      if (selection.isEmpty()) {
        return new FixedSuites(outcome, fixed, before, after);
      }
      fixed += selection.findings().size();
      apply(selection.edits());
      outcome =
          check.apply(new ConfigFiles(files.base(), files.snapshot().with(Map.copyOf(planned))));
    }
    throw new IllegalStateException("fixes do not come to an end: " + outcome.findings());
  }

  private void apply(Map<String, List<Edit>> edits) {
    Set<Path> done = new HashSet<>();
    edits.forEach(
        (path, ofFile) -> {
          SnapshotFile file = file(path);
          // The other names of a file have the same findings, and so the same edits.
          if (done.add(file.real())) {
            apply(file, place(path, file.real()), ofFile);
          }
        });
  }

  private void apply(SnapshotFile file, String path, List<Edit> edits) {
    SourceText read = before.computeIfAbsent(path, it -> text(path, file));
    SourceText text = after.getOrDefault(path, read);
    SourceText edited = text.with(EditedText.of(text.text(), edits));
    after.put(path, edited);
    planned.put(file.real(), edited.encode());
  }

  /** A file that has a finding was read, or it would have none. */
  private SnapshotFile file(String path) {
    return files
        .snapshot()
        .read(files.base().resolve(path).normalize())
        .toOptional()
        .orElseThrow(() -> new IllegalStateException(path + " has a finding and was not read"));
  }

  private String place(String path, Path real) {
    boolean isReal = realBase.resolve(path).normalize().equals(real);
    return isReal || !real.startsWith(realBase)
        ? path
        : ConfigFiles.slashed(realBase.relativize(real));
  }

  private static SourceText text(String path, SnapshotFile file) {
    try {
      return SourceText.decode(file.bytes());
    } catch (UndecodableSourceException e) {
      throw new IllegalStateException(path + " has a finding and is no text", e);
    }
  }
}
