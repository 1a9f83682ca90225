package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Applies repairs and fixes, looks at what is left, and goes on until there is nothing more to
 * apply: a fix may uncover a hazard that another one hid. Nothing is written.
 */
public final class FixRounds {
  /** A suite whose fixes undo each other would go on forever; that is a defect of the rules. */
  private static final int MOST = 20;

  private final Function<ConfigFiles, Outcome> check;
  private final boolean unsafeToo;
  private final EditedFiles edited;
  private int fixed;

  private FixRounds(ConfigFiles files, Function<ConfigFiles, Outcome> check, boolean unsafeToo) {
    this.check = check;
    this.unsafeToo = unsafeToo;
    this.edited = new EditedFiles(files);
  }

  /**
   * Fixes what {@code check} finds. A file that has several names is changed once, under the name
   * of its real place.
   *
   * @param files of the run; findings' paths are relative to their base
   * @param check judges the suites with these files
   * @param unsafeToo whether repairs, and fixes that a person should look at, are applied as well
   */
  public static FixedSuites run(
      ConfigFiles files, Function<ConfigFiles, Outcome> check, boolean unsafeToo) {
    return new FixRounds(files, check, unsafeToo).run(files);
  }

  private FixedSuites run(ConfigFiles files) {
    Outcome outcome = check.apply(files);
    Set<Map<String, String>> seen = new HashSet<>();
    for (int round = 0; round < MOST; round++) {
      Map<String, List<Edit>> edits = edits(outcome);
      if (edits.isEmpty()) {
        return fixed(outcome);
      }
      edited.apply(edits);
      outcome = check.apply(edited.files());
      if (!seen.add(texts())) {
        // Two fixes take each other back: what is left is told of.
        return fixed(outcome);
      }
    }
    throw new IllegalStateException("fixes do not come to an end: " + outcome.findings());
  }

  private FixedSuites fixed(Outcome outcome) {
    return new FixedSuites(outcome, fixed, edited.before(), edited.after(), edited.files());
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    edited.after().forEach((path, text) -> texts.put(path, text.text()));
    return texts;
  }

  /** A repair was judged as it stands, so nothing else is changed together with it. */
  private Map<String, List<Edit>> edits(Outcome outcome) {
    if (unsafeToo && !outcome.repairs().isEmpty()) {
      Map<String, List<Edit>> edits = new TreeMap<>();
      for (Repair repair : outcome.repairs()) {
        repair
            .edits()
            .forEach(it -> edits.computeIfAbsent(it.path(), path -> new ArrayList<>()).add(it));
        fixed += (int) outcome.findings().stream().filter(repair::ends).count();
      }
      edits.values().forEach(it -> it.sort(Comparator.comparingInt(Edit::start)));
      return edits;
    }
    FixSelection selection = FixSelection.of(outcome.findings(), unsafeToo);
    fixed += selection.findings().size();
    return selection.edits();
  }
}
