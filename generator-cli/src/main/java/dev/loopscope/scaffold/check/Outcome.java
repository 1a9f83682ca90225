package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.testimony.Sighting;
import dev.loopscope.scaffold.check.testimony.Testimony;
import dev.loopscope.scaffold.check.testimony.TraceStatement;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * @param repairs what ends several findings at a time, in the order of the suites
 * @param applied the fixes that were written before this was found
 * @param assumed the versions that the suites were judged with
 * @param upgrade what newer releases would bring, if that was asked and is anything
 * @param withheld what was found and is not told
 * @param testimony what a recorded run says of it, if there is one
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
    List<Repair> repairs,
    Applied applied,
    List<SuiteVersions> assumed,
    Optional<Upgrade> upgrade,
    List<Finding> withheld,
    Optional<Testimony> testimony) {
  /** Keeps unmodifiable copies. */
  public Outcome {
    findings = List.copyOf(findings);
    keys = List.copyOf(keys);
    unknown = List.copyOf(unknown);
    notes = List.copyOf(notes);
    repairs = List.copyOf(repairs);
    assumed = List.copyOf(assumed);
    withheld = List.copyOf(withheld);
    if (keys.size() != findings.size()) {
      throw new IllegalArgumentException("each finding has its key");
    }
    if (testimony.isPresent() && testimony.get().statements().size() != findings.size()) {
      throw new IllegalArgumentException("each finding has its statement");
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
    this(
        suites,
        files,
        findings,
        keys,
        ignored,
        baselined,
        unknown,
        notes,
        List.of(),
        Applied.NONE,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same, after these fixes were written. */
  public Outcome with(Applied fixes) {
    return changed(notes, repairs, fixes, assumed, upgrade);
  }

  /** The same, with these repairs. */
  public Outcome with(List<Repair> those) {
    return changed(notes, those, applied, assumed, upgrade);
  }

  /** The repair that ends a finding. */
  public Optional<Repair> repairOf(Finding finding) {
    return repairs.stream().filter(it -> it.ends(finding)).findFirst();
  }

  /** The same, with one more note, in front of the others. */
  public Outcome with(Note note) {
    List<Note> all = new ArrayList<>(List.of(note));
    all.addAll(notes);
    return changed(all, repairs, applied, assumed, upgrade);
  }

  /** The same findings and repairs, in the same order, with other edits. */
  public Outcome withFixes(List<Finding> those, List<Repair> repaired) {
    return new Outcome(
        suites, files, those, keys, ignored, baselined, unknown, notes, repaired, applied, assumed,
        upgrade, withheld, testimony);
  }

  /** The same, judged with these versions. */
  Outcome judgedWith(List<SuiteVersions> versions) {
    return changed(notes, repairs, applied, versions, upgrade);
  }

  /** The same, where newer releases would bring this. */
  public Outcome with(Upgrade newer) {
    return changed(notes, repairs, applied, assumed, Optional.of(newer));
  }

  private Outcome changed(
      List<Note> itsNotes,
      List<Repair> itsRepairs,
      Applied fixes,
      List<SuiteVersions> versions,
      Optional<Upgrade> newer) {
    return new Outcome(
        suites,
        files,
        findings,
        keys,
        ignored,
        baselined,
        unknown,
        itsNotes,
        itsRepairs,
        fixes,
        versions,
        newer,
        withheld,
        testimony);
  }

  /** The same, where this was found as well and is not told. */
  Outcome withholding(List<Finding> those) {
    return new Outcome(
        suites, files, findings, keys, ignored, baselined, unknown, notes, repairs, applied,
        assumed, upgrade, those, testimony);
  }

  /** The same, of which a run says this; what it decides is unknown no more. */
  public Outcome with(Testimony said) {
    List<UnknownPart> open = new ArrayList<>(unknown);
    open.removeAll(said.decided());
    return new Outcome(
        suites,
        files,
        findings,
        keys,
        ignored,
        baselined,
        open,
        notes,
        repairs,
        applied,
        assumed,
        upgrade,
        withheld,
        Optional.of(said));
  }

  /** What a run says of a finding, if there is one. */
  public Optional<TraceStatement> statement(int finding) {
    return testimony.map(it -> it.statements().get(finding));
  }

  /** Whether there is nothing to mend; a run may have shown what does not count. */
  public boolean isClean() {
    return findings.isEmpty()
        && testimony.stream().flatMap(it -> it.sightings().stream()).noneMatch(Sighting::counts);
  }

  /** What to do about a finding: the repair that ends it together with others, else its own. */
  public String remedy(Finding finding) {
    return repairOf(finding).map(Repair::summary).orElseGet(finding::remedy);
  }

  /** How many findings have a fix of this safety; an unsafe one of a repair is none of them. */
  public int fixable(Safety safety) {
    return (int)
        findings.stream()
            .filter(finding -> safety == Safety.SAFE || repairOf(finding).isEmpty())
            .filter(finding -> finding.fix().filter(fix -> fix.safety() == safety).isPresent())
            .count();
  }

  /** How many findings are of this severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
