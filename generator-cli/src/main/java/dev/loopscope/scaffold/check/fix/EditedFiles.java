package dev.loopscope.scaffold.check.fix;

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

/**
 * The files of a run with edits in them. Nothing is written. A file that has several names is
 * changed once, under the name of its real place.
 */
public final class EditedFiles {
  private final ConfigFiles files;
  private final Path realBase;
  private final Map<String, SourceText> before = new TreeMap<>();
  private final Map<String, SourceText> after = new TreeMap<>();
  private final Map<Path, byte[]> planned = new HashMap<>();

  /** Of these files; the paths of edits are relative to their base. */
  public EditedFiles(ConfigFiles files) {
    this.files = files;
    this.realBase = files.snapshot().entry(files.base()).real();
  }

  /**
   * Applies edits on top of those before, and takes out the imports that they leave without a use.
   *
   * @param edits by path, each list in the order of the text, none touching another one
   */
  public void apply(Map<String, List<Edit>> edits) {
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

  /** The files as they are with all edits. */
  public ConfigFiles files() {
    return files.in(files.snapshot().with(Map.copyOf(planned)));
  }

  /** The files that change as they are without the edits, by path. */
  public Map<String, SourceText> before() {
    return before;
  }

  /** Their texts with the edits, by path. */
  public Map<String, SourceText> after() {
    return after;
  }

  private void apply(SnapshotFile file, String path, List<Edit> edits) {
    SourceText read = before.computeIfAbsent(path, it -> text(path, file));
    SourceText text = after.getOrDefault(path, read);
    SourceText edited = text.with(EditedText.of(text.text(), edits));
    if (path.endsWith(".py")) {
      edited = LeftoverImports.without(text, edited, new NamesElsewhere(files, path));
    }
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
