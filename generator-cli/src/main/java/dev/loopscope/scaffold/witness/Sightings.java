package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.check.testimony.Sighting;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Lie;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedFixture;
import dev.loopscope.scaffold.trace.TracedPlace;
import dev.loopscope.scaffold.trace.TracedTest;
import dev.loopscope.scaffold.trace.words.CrossingSentences;
import dev.loopscope.scaffold.trace.words.LieSentences;
import dev.loopscope.scaffold.trace.words.LoopRemedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run did that no finding tells of. */
record Sightings(
    Trace trace, TracedPaths paths, Runs runs, RunEvidence evidence, Subjects subjects) {
  /**
   * In the order in which it was seen, crossings first.
   *
   * @param decided what could not be resolved and may be what they are the answer to
   */
  List<Sighting> of(List<UnknownPart> decided) {
    List<Sighting> all = new ArrayList<>();
    evidence
        .untoldCauses()
        .forEach(
            it -> all.add(sighting(it, place(it), answered(it.tests(), it.fixture(), decided))));
    evidence.toldCauses().forEach(it -> all.addAll(ofUnknownTests(it, decided)));
    evidence.untoldLies().forEach(it -> all.add(sighting(it, decided)));
    return all;
  }

  /** What is told of other tests: of these it could not be, because something was not known. */
  private List<Sighting> ofUnknownTests(CrossingCause cause, List<UnknownPart> decided) {
    List<Sighting> all = new ArrayList<>();
    for (UnknownPart part : decided) {
      Subject subject = subjects.at(part.location());
      List<String> tests =
          cause.tests().stream()
              .filter(id -> subject.tests().stream().anyMatch(it -> runs.isOf(id, it)))
              .toList();
      if (!tests.isEmpty() && all.stream().noneMatch(it -> it.tests().equals(tests))) {
        all.add(
            sighting(
                new CrossingCause(
                    cause.first(),
                    cause.fixture(),
                    cause.from(),
                    cause.on(),
                    cause.crossings().stream().filter(it -> tests.contains(it.test())).toList()),
                place(tests),
                Optional.of(part)));
      }
    }
    return all;
  }

  private TracedPlace place(CrossingCause cause) {
    return cause.first().at().isKnown()
        ? cause.first().at()
        : cause.fixture().map(TracedFixture::at).orElseGet(() -> place(cause.tests()));
  }

  private Sighting sighting(CrossingCause cause, TracedPlace place, Optional<UnknownPart> answers) {
    return new Sighting(
        Claims.rule(cause),
        "crossing",
        cause.first().evidence(),
        paths.of(place),
        place.line(),
        CrossingSentences.headline(cause),
        LoopRemedy.of(cause).orElse(""),
        cause.tests(),
        answers);
  }

  private Sighting sighting(LieSentences.Told told, List<UnknownPart> decided) {
    Lie lie = told.lies().get(0);
    List<String> tests =
        told.lies().stream().map(Lie::test).filter(it -> !it.isEmpty()).distinct().toList();
    TracedPlace place = lie.at().isKnown() ? lie.at() : place(tests);
    return new Sighting(
        Claims.rule(lie),
        "lie",
        lie.what(),
        paths.of(place),
        place.line(),
        told.sentence(),
        "",
        tests,
        answered(tests, Optional.empty(), decided));
  }

  private TracedPlace place(List<String> tests) {
    return trace.tests().stream()
        .filter(it -> tests.contains(it.id()))
        .map(TracedTest::at)
        .findFirst()
        .orElse(new TracedPlace("", 0));
  }

  private Optional<UnknownPart> answered(
      List<String> tests, Optional<TracedFixture> fixture, List<UnknownPart> decided) {
    return decided.stream().filter(it -> isAbout(it, tests, fixture)).findFirst();
  }

  private boolean isAbout(UnknownPart part, List<String> tests, Optional<TracedFixture> fixture) {
    Subject subject = subjects.at(part.location());
    Optional<TracedFixture> itself =
        fixture.filter(it -> subject.fixtures().stream().anyMatch(of -> runs.isOf(it, of)));
    return itself.isPresent()
        || tests.stream()
            .anyMatch(id -> subject.tests().stream().anyMatch(it -> runs.isOf(id, it)));
  }
}
