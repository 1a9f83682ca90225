package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the async tests of suites run on, and how much of a run shares it. */
final class ForeignLoops {
  private static final String ANYIO_BACKEND = "anyio_backend";

  private final List<SuiteModel> models;

  ForeignLoops(List<SuiteModel> models) {
    this.models = models;
  }

  /** The loop scope of most of the tests, if it is known of any. */
  Optional<Conclusion> scope() {
    Map<String, List<Location>> places = new LinkedHashMap<>();
    for (SuiteModel model : models) {
      for (Fixture fixture : model.fixtures()) {
        if (fixture.name().equals(ANYIO_BACKEND)) {
          fixture.scope().toOptional().ifPresent(it -> add(it.word(), fixture.location(), places));
        }
      }
      for (Test test : model.collected()) {
        if (test.isAsync() && model.runner(test).is(Runner.PYTEST_ASYNCIO)) {
          Location at =
              model.decidingMark(test).map(Mark::location).orElseGet(() -> location(test));
          model.loopScope(test).map(Scope::word).toOptional().ifPresent(it -> add(it, at, places));
        }
      }
    }
    return most(Questions.LOOP_SCOPE, Choice.words(LoopScope.ALL), places);
  }

  /** The backends of most of anyio's tests, if they are known of any. */
  Optional<Conclusion> backends() {
    Map<String, List<Location>> places = new LinkedHashMap<>();
    for (SuiteModel model : models) {
      for (Test test : model.collected()) {
        if (test.isAsync() && model.runner(test).is(Runner.ANYIO)) {
          List<Location> at =
              model.fixture(ANYIO_BACKEND, test).map(Fixture::location).stream().toList();
          model
              .backends(test)
              .toOptional()
              .flatMap(ForeignLoops::text)
              .filter(it -> !at.isEmpty())
              .ifPresent(it -> add(it, at.get(0), places));
        }
      }
    }
    return most(Questions.BACKENDS, List.copyOf(places.keySet()), places);
  }

  private static Location location(Test test) {
    return test.file().location(test.function().name());
  }

  private static Optional<String> text(List<String> words) {
    List<Backend> backends = new ArrayList<>();
    for (String word : words) {
      Backend.ALL.stream()
          .filter(it -> it.word().equals(word) && !backends.contains(it))
          .forEach(backends::add);
    }
    return backends.isEmpty() || !words.stream().allMatch(Choice.words(Backend.ALL)::contains)
        ? Optional.empty()
        : Optional.of(new Backends(backends).text());
  }

  private static void add(String word, Location place, Map<String, List<Location>> places) {
    places.computeIfAbsent(word, it -> new ArrayList<>()).add(place);
  }

  private static Optional<Conclusion> most(
      Question<?> question, List<String> legal, Map<String, List<Location>> places) {
    String most = "";
    for (String word : legal) {
      int count = places.getOrDefault(word, List.of()).size();
      if (count > places.getOrDefault(most, List.of()).size()) {
        most = word;
      }
    }
    if (most.isEmpty()) {
      return Optional.empty();
    }
    List<Location> at = places.getOrDefault(most, List.of());
    return Optional.of(
        Conclusion.decided(
            question.key(),
            most,
            places.size() == 1 ? "" : "most tests; others say otherwise",
            at.subList(0, 1),
            question.option()));
  }
}
