package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.FoundSuite;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs the rules over suites, and keeps what the settings want to hear of. */
public final class Checker {
  private static final String UNUSED_IGNORE = "LS000";

  /** Suites for each processor with which all of these are busy to the end. */
  private static final int MANY = 8;

  private final CheckSettings settings;
  private final Set<String> known;
  private final List<Rule> rules;
  private final Predicate<String> exists;

  /**
   * A checker for these settings.
   *
   * @param known every rule there is
   * @param exists whether a path, as a finding would name it, is a file; entries of a baseline are
   *     stale once theirs is not
   */
  public Checker(List<Rule> known, CheckSettings settings, Predicate<String> exists) {
    this.settings = settings;
    this.exists = exists;
    this.known = known.stream().map(Rule::id).collect(Collectors.toSet());
    this.rules = known.stream().filter(rule -> settings.rules().wants(rule.id())).toList();
  }

  /** Judges suites that are in memory. */
  public Outcome check(List<SuiteModel> suites) {
    boolean together = areFew(suites);
    return outcome(
        suites.parallelStream().map(it -> CheckedSuite.of(it, rules, together)).toList());
  }

  /**
   * Reads and judges the suites, as many at a time as there are processors, and lets go of those in
   * which nothing was found.
   */
  public Outcome checkEach(List<FoundSuite> suites) {
    boolean together = areFew(suites);
    return outcome(suites.parallelStream().map(it -> checked(it, together)).toList());
  }

  private static boolean areFew(List<?> suites) {
    return suites.size() < MANY * Runtime.getRuntime().availableProcessors();
  }

  private CheckedSuite checked(FoundSuite suite, boolean together) {
    CheckedSuite checked = CheckedSuite.of(suite.model(), rules, together);
    if (checked.findings().isEmpty()) {
      suite.release();
    }
    return checked;
  }

  private Outcome outcome(List<CheckedSuite> suites) {
    Map<String, CheckedFile> files = files(suites);
    Set<String> read = Set.copyOf(files.keySet());
    List<Finding> all =
        findings(suites).stream()
            .filter(it -> read.contains(it.location().path()) || !it.location().isInstalled())
            .toList();
    all.forEach(finding -> files.computeIfAbsent(finding.location().path(), path -> file(finding)));
    Optional<Rule> unusedIgnore =
        rules.stream().filter(rule -> rule.id().equals(UNUSED_IGNORE)).findFirst();
    Findings left = new Findings();
    Suppression suppression = new Suppression(List.copyOf(files.values()), known, judged());
    List<Finding> unsuppressed = suppression.left(all);
    unsuppressed.forEach(left::add);
    unusedIgnore.ifPresent(rule -> suppression.report(rule, left));
    List<Finding> told = new ArrayList<>();
    int ignored = all.size() - unsuppressed.size();
    List<Finding> withheld = without(all, unsuppressed);
    for (Finding finding : left.inOrder()) {
      if (settings.ignores(finding)) {
        ignored++;
        withheld.add(finding);
      } else if (settings.excludes(finding.location().path())) {
        withheld.add(finding);
      } else {
        told.add(finding);
      }
    }
    return withoutBaseline(suites, read, JoinedFindings.of(told), ignored, withheld)
        .judgedWith(SuiteVersions.of(suites));
  }

  private static List<Finding> without(List<Finding> all, List<Finding> some) {
    Set<Finding> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.addAll(some);
    return new ArrayList<>(all.stream().filter(it -> !left.contains(it)).toList());
  }

  private Set<String> judged() {
    return rules.stream().map(Rule::id).collect(Collectors.toSet());
  }

  private Outcome withoutBaseline(
      List<CheckedSuite> suites,
      Set<String> read,
      List<Finding> findings,
      int ignored,
      List<Finding> suppressed) {
    List<FindingKey> keys = FindingKey.of(findings);
    List<Finding> told = new ArrayList<>();
    List<FindingKey> toldKeys = new ArrayList<>();
    List<Finding> withheld = new ArrayList<>(suppressed);
    int baselined = 0;
    for (int i = 0; i < findings.size(); i++) {
      FindingKey key = keys.get(i);
      if (settings.baseline().isPresent() && settings.baseline().orElseThrow().holds(key)) {
        baselined++;
        withheld.add(findings.get(i));
      } else if (findings.get(i).severity().reaches(settings.lowest())) {
        told.add(findings.get(i));
        toldKeys.add(key);
      } else {
        withheld.add(findings.get(i));
      }
    }
    return new Outcome(
            suites.size(),
            (int) read.stream().filter(path -> !settings.excludes(path)).count(),
            told,
            toldKeys,
            ignored,
            baselined,
            unknown(suites),
            notes(suites, stale(read, keys)))
        .withholding(withheld);
  }

  private static List<Note> notes(List<CheckedSuite> suites, List<Note> stale) {
    List<Note> notes = new ArrayList<>(RaisedPins.of(suites));
    notes.addAll(stale);
    return notes;
  }

  private List<Note> stale(Set<String> read, List<FindingKey> found) {
    if (settings.baseline().isEmpty()) {
      return List.of();
    }
    Set<String> judged = judged();
    Baseline baseline = settings.baseline().orElseThrow();
    return baseline
        .stale(
            new HashSet<>(found),
            key ->
                judged.contains(key.rule())
                    && (read.contains(key.path()) || !exists.test(key.path())))
        .stream()
        .map(key -> stale(baseline, key))
        .toList();
  }

  private static Note stale(Baseline baseline, FindingKey key) {
    return new Note(
        baseline.path(),
        0,
        "the baseline's "
            + key.rule()
            + " at `"
            + key.source()
            + "` in "
            + key.path()
            + " is not found any more; --write-baseline takes it out");
  }

  private List<UnknownPart> unknown(List<CheckedSuite> suites) {
    Set<UnknownPart> parts = new TreeSet<>();
    for (CheckedSuite suite : suites) {
      for (UnknownPart part : suite.unknowns()) {
        if (!settings.excludes(part.location().path())) {
          parts.add(part);
        }
      }
    }
    return List.copyOf(parts);
  }

  /** A file that no suite is made of, such as one that states versions. */
  private static CheckedFile file(Finding finding) {
    String path = finding.location().path();
    SourceText text = finding.location().text();
    return new CheckedFile(path, text, path.endsWith(".py"));
  }

  /** What the suites are made of, each file once. */
  private static Map<String, CheckedFile> files(List<CheckedSuite> suites) {
    Map<String, CheckedFile> files = new LinkedHashMap<>();
    for (CheckedSuite suite : suites) {
      suite.files().forEach(it -> files.putIfAbsent(it.path(), it));
    }
    return files;
  }

  /** What the rules have found, each finding once. */
  private static List<Finding> findings(List<CheckedSuite> suites) {
    Findings findings = new Findings();
    suites.forEach(it -> it.findings().forEach(findings::add));
    return findings.inOrder();
  }
}
