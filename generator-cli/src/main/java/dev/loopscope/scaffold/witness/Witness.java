package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.testimony.Sighting;
import dev.loopscope.scaffold.check.testimony.Testimony;
import dev.loopscope.scaffold.check.testimony.TraceStanding;
import dev.loopscope.scaffold.check.testimony.TraceStatement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedTest;
import dev.loopscope.scaffold.trace.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Asks a recorded run what it says of the findings of a check. */
public final class Witness {
  private static final String MARKS = "the marks of ";
  private static final String PASSED = "passed";
  private static final String SKIPPED = "skipped";
  private static final String TRIO = "trio";

  private final Trace trace;
  private final TracedPaths paths;
  private final Subjects subjects;
  private final Runs runs;
  private final RunEvidence evidence;

  /**
   * A run of these suites.
   *
   * @param models of the suites that were checked
   */
  public Witness(Trace trace, TracedPaths paths, List<SuiteModel> models) {
    this.trace = trace;
    this.paths = paths;
    this.subjects = new Subjects(models);
    this.runs = new Runs(trace, paths);
    this.evidence = new RunEvidence(trace, paths, runs, subjects);
  }

  /**
   * What it says of all that was found.
   *
   * @param file the record, as it was typed
   * @param wanted whether something that was seen is to be told of
   */
  public Testimony of(Outcome outcome, String file, Predicate<Sighting> wanted) {
    List<TraceStatement> statements = outcome.findings().stream().map(this::statement).toList();
    outcome.withheld().forEach(it -> evidence.of(it, subjects.of(it)));
    List<UnknownPart> decided =
        outcome.unknown().stream().filter(it -> trace.isKnown() && isDecided(it)).toList();
    return new Testimony(
        file,
        trace.tests().size(),
        statements,
        new Sightings(trace, paths, runs, evidence, subjects)
            .of(decided).stream().filter(wanted).toList(),
        decided);
  }

  /**
   * What is not known of a test that ran, or of a fixture that was set up, is known now; marks of a
   * class or a module, if all of its tests ran.
   */
  private boolean isDecided(UnknownPart part) {
    if (part.what().startsWith(MARKS)) {
      Set<Test> marked = subjects.below(part.location());
      return !marked.isEmpty() && marked.stream().noneMatch(it -> ran(runs.of(it)).isEmpty());
    }
    Subject subject = subjects.at(part.location());
    return subject.tests().stream().anyMatch(it -> !ran(runs.of(it)).isEmpty())
        || subject.fixtures().stream().anyMatch(runs::isSetUp);
  }

  private static List<TracedTest> ran(List<TracedTest> all) {
    return all.stream().filter(it -> !it.outcome().equals(SKIPPED)).toList();
  }

  private TraceStatement statement(Finding finding) {
    Subject subject = subjects.of(finding);
    return evidence
        .of(finding, subject)
        .map(it -> new TraceStatement(TraceStanding.CONFIRMED, it))
        .orElseGet(() -> unconfirmed(finding, subject));
  }

  private TraceStatement unconfirmed(Finding finding, Subject subject) {
    Claim claim = Claims.of(finding.rule().id());
    List<TracedTest> all = subject.tests().stream().flatMap(it -> runs.of(it).stream()).toList();
    List<TracedTest> ran = ran(all);
    if (!claim.isShown()) {
      return notExercised("it is nothing that a trace shows");
    }
    if (ran.isEmpty()) {
      return notExercised(all.isEmpty() ? "none of its tests was run" : "its tests were skipped");
    }
    Optional<String> others = new TracedVersions(trace).outside(finding.versions());
    if (others.isPresent()) {
      return notExercised("the run was with " + others.get());
    }
    String tests = Words.counted(ran.size(), "test");
    TwoLoops loops = TwoLoops.of(subject, ran, runs);
    if (claim.twoLoops() && loops.other() > 0 && finding.severity() == Severity.WARNING) {
      return new TraceStatement(
          TraceStanding.CONFIRMED, "they are on two loops, of which nothing came in " + tests);
    }
    if (!trace.isKnown()) {
      return notExercised("the record is not whole, and nothing of the kind is in it");
    }
    long notRun = subject.tests().stream().filter(it -> ran(runs.of(it)).isEmpty()).count();
    if (notRun > 0) {
      // What is bound by one test may fail in another one.
      return notExercised(
          Words.counted((int) notRun, "test")
              + " of it did not run, and it did not show in the others");
    }
    if (claim.isOfBackendsAlone() && ran.stream().noneMatch(this::isForTrio)) {
      return notExercised("none of its tests was run for trio");
    }
    if (claim.twoLoops() && loops.same() > 0 && loops.other() == 0) {
      return new TraceStatement(
          TraceStanding.CONTRADICTED, tests + " ran on the loop that the fixture was set up on");
    }
    if (!ran.stream().allMatch(it -> it.outcome().equals(PASSED))) {
      return notExercised("its tests failed of something else");
    }
    return finding.severity() == Severity.ERROR
        ? new TraceStatement(
            TraceStanding.CONTRADICTED, tests + " ran and passed, and nothing of the kind was seen")
        : notExercised(tests + " ran, and it did not show");
  }

  private boolean isForTrio(TracedTest run) {
    return run.declared().equals(TRIO)
        || run.on().stream()
            .flatMap(it -> trace.loop(run.worker(), it).stream())
            .anyMatch(it -> it.backend().equals(TRIO));
  }

  private static TraceStatement notExercised(String why) {
    return new TraceStatement(TraceStanding.NOT_EXERCISED, why);
  }
}
