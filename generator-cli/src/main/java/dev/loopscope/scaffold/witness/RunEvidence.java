package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.trace.Crossing;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Lie;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedTest;
import dev.loopscope.scaffold.trace.words.CrossingSentences;
import dev.loopscope.scaffold.trace.words.LieSentences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What of a run speaks for findings, and what of it none has told of. */
final class RunEvidence {
  private final TracedPaths paths;
  private final Runs runs;
  private final Subjects subjects;
  private final List<CrossingCause> causes;
  private final List<LieSentences.Told> lies;
  private final Set<Object> told = Collections.newSetFromMap(new IdentityHashMap<>());

  RunEvidence(Trace trace, TracedPaths paths, Runs runs, Subjects subjects) {
    this.paths = paths;
    this.runs = runs;
    this.subjects = subjects;
    this.causes = CrossingCause.of(trace);
    this.lies = LieSentences.of(trace);
  }

  /** What confirms a finding, as a sentence; empty if nothing does. */
  Optional<String> of(Finding finding, Subject subject) {
    Claim claim = Claims.of(finding.rule().id());
    List<String> sentences = new ArrayList<>();
    for (CrossingCause cause : causes) {
      if (claim.crossings().contains(cause.first().what()) && isOf(cause, finding, subject)) {
        told.add(cause);
        sentences.add(CrossingSentences.headline(cause));
      }
    }
    for (LieSentences.Told lie : lies) {
      List<Lie> own = lie.lies().stream().filter(it -> isOf(it, finding, subject)).toList();
      if (claim.lies().contains(lie.lies().get(0).what()) && !own.isEmpty()) {
        told.add(lie);
        sentences.add(LieSentences.sentence(own));
      }
    }
    return sentences.stream().findFirst().or(() -> failure(claim, finding, subject));
  }

  private Optional<String> failure(Claim claim, Finding finding, Subject subject) {
    for (Test test : subject.tests()) {
      Predicate<String> isTold = it -> isClassOf(it, test) || isNamed(it, finding);
      for (TracedTest run : runs.of(test)) {
        if (claim.foretells(run.said(), isTold)) {
          return Optional.of(run.id() + " failed of " + firstLine(run.said()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isClassOf(String name, Test test) {
    return test.collectedBy().filter(it -> it.name().equals(name)).isPresent();
  }

  /**
   * Whether a message has a name or a value as a whole word: {@code self.pool} has {@code pool}.
   */
  private static boolean isNamed(String name, Finding finding) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
        .matcher(finding.message())
        .find();
  }

  private static String firstLine(String said) {
    return said.lines().findFirst().orElse("");
  }

  /** What no finding that was asked about tells of. */
  List<CrossingCause> untoldCauses() {
    return causes.stream().filter(it -> !told.contains(it)).toList();
  }

  /** What a finding tells of, of some of the tests at least. */
  List<CrossingCause> toldCauses() {
    return causes.stream().filter(told::contains).toList();
  }

  /** The same of lies that none tells of. */
  List<LieSentences.Told> untoldLies() {
    return lies.stream().filter(it -> !told.contains(it)).toList();
  }

  private boolean isOf(CrossingCause cause, Finding finding, Subject subject) {
    Crossing first = cause.first();
    if (subject.isAt(paths.of(first.at()), first.at().line())) {
      return true;
    }
    if (cause.fixture().isPresent()
        && subjects.reaches(
            subject.fixtures(), (Fixture it) -> runs.isOf(cause.fixture().get(), it))) {
      return true;
    }
    if (!first.module().isEmpty()
        && subject.isIn(paths.of(first.module()))
        && Subjects.names(finding.message()).contains(first.name())) {
      return true;
    }
    if (!first.module().isEmpty()
        && Claims.rule(cause).equals(finding.rule().id())
        && isAnother(first, finding)) {
      return false;
    }
    // A fixture that a finding names is what it tells of, and no other one.
    boolean isAnyOf = cause.fixture().isEmpty() || subject.fixtures().isEmpty();
    return isAnyOf && isRunBy(cause, subject);
  }

  /**
   * Whether a global is not what a finding tells of: another one of its module, or one of another
   * module that is not imported from there. What a global only leads to may be made anywhere.
   */
  private boolean isAnother(Crossing global, Finding finding) {
    String path = paths.of(global.module());
    Location place = finding.location();
    return path.equals(place.path())
        || (global.reached().equals(global.name())
            && subjects
                .made(path, global.name())
                .filter(it -> it.path().equals(place.path()) && it.start() == place.start())
                .isEmpty());
  }

  private boolean isRunBy(CrossingCause cause, Subject subject) {
    return subject.tests().stream()
        .anyMatch(test -> cause.tests().stream().anyMatch(id -> runs.isOf(id, test)));
  }

  private boolean isOf(Lie lie, Finding finding, Subject subject) {
    if (!lie.test().isEmpty()) {
      return subject.tests().stream().anyMatch(it -> runs.isOf(lie.test(), it));
    }
    String name = lie.fixture().substring(lie.fixture().lastIndexOf('.') + 1);
    boolean named =
        Subjects.names(finding.message()).contains(name)
            || subject.fixtures().stream().anyMatch(it -> it.name().equals(name));
    boolean isHere = lie.at().isKnown() && subject.isAt(paths.of(lie.at()), lie.at().line());
    return isHere || (named && (!lie.at().isKnown() || subject.isIn(paths.of(lie.at()))));
  }
}
