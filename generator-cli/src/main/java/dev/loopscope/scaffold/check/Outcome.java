package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import java.util.ArrayList;
import java.util.List;

/**
 * What a check comes to.
 *
 * @param suites how many suites were read
 * @param files how many files were read
 * @param findings those to tell of, in {@link Finding#IN_ORDER order}
 * @param keys of the findings, in the same order
 * @param ignored how many more a comment or the configuration takes away
 * @param baselined how many more the baseline takes away
 * @param unknown what could not be resolved, in order
 * @param notes in order
 * @param applied the fixes that were written before this was found
 */
public record Outcome(
    int suites,
    int files,
    List<Finding> findings,
    List<FindingKey> keys,
    int ignored,
    int baselined,
    List<UnknownPart> unknown,
    List<Note> notes,
    Applied applied) {
  /** Keeps unmodifiable copies. */
  public Outcome {
    findings = List.copyOf(findings);
    keys = List.copyOf(keys);
    unknown = List.copyOf(unknown);
    notes = List.copyOf(notes);
    if (keys.size() != findings.size()) {
      throw new IllegalArgumentException("each finding has its key");
    }
  }

  /** What a check comes to that fixed nothing. */
  public Outcome(
      int suites,
      int files,
      List<Finding> findings,
      List<FindingKey> keys,
      int ignored,
      int baselined,
      List<UnknownPart> unknown,
      List<Note> notes) {
    this(suites, files, findings, keys, ignored, baselined, unknown, notes, Applied.NONE);
  }

  /** The same, after these fixes were written. */
  public Outcome with(Applied fixes) {
    return new Outcome(suites, files, findings, keys, ignored, baselined, unknown, notes, fixes);
  }

  /** The same, with one more note, in front of the others. */
  public Outcome with(Note note) {
    List<Note> all = new ArrayList<>(List.of(note));
    all.addAll(notes);
    return new Outcome(suites, files, findings, keys, ignored, baselined, unknown, all, applied);
  }

  /** How many findings have a fix of this safety. */
  public int fixable(Safety safety) {
    return (int)
        findings.stream()
            .filter(finding -> finding.fix().filter(fix -> fix.safety() == safety).isPresent())
            .count();
  }

  /** How many findings are of this severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
