package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was meant to run on the loop of an {@code event_loop} override.
 *
 * @param tests tests of pytest-asyncio that see the override
 * @param requesters tests and fixtures that request it by name
 * @param wide async fixtures of those tests that pytest-asyncio runs and that are wider than a test
 * @param brokenOffLoop those of {@code wide} that hold what is bound to its loop and that run, in
 *     the version a fresh install gets, on another loop than a test without a loop scope
 */
public record EventLoopUse(
    List<Test> tests, List<String> requesters, List<Fixture> wide, List<Fixture> brokenOffLoop) {
  public EventLoopUse {
    tests = List.copyOf(tests);
    requesters = List.copyOf(requesters);
    wide = List.copyOf(wide);
    brokenOffLoop = List.copyOf(brokenOffLoop);
  }

  /** By override, the tests that see it, in order. */
  public static Map<Fixture, List<Test>> seeing(SuiteModel model) {
    Map<Fixture, List<Test>> seeing = new HashMap<>();
    for (Test test : model.tests()) {
      model
          .fixture("event_loop", test)
          .ifPresent(it -> seeing.computeIfAbsent(it, unused -> new ArrayList<>()).add(test));
    }
    return seeing;
  }

  /**
   * Finds who has an override in its closure.
   *
   * @param seeing the tests that see it
   */
  public static EventLoopUse of(Fixture override, List<Test> seeing, SuiteModel model) {
    List<Test> tests = new ArrayList<>();
    Set<String> requesters = new LinkedHashSet<>();
    Set<Fixture> wide = new LinkedHashSet<>();
    Set<Fixture> apart = new LinkedHashSet<>();
    for (Test test : seeing) {
      if (model.runner(test).is(Runner.PYTEST_ASYNCIO)) {
        tests.add(test);
        wide.addAll(wideFixtures(test, model));
        apart.addAll(brokenFixtures(test, model));
      }
      if (test.requested().contains("event_loop") || test.usefixtures().contains("event_loop")) {
        requesters.add(test.name());
      }
      for (Fixture fixture : model.closure(test).fixtures()) {
        if (!fixture.equals(override) && fixture.requested().contains("event_loop")) {
          requesters.add(fixture.name());
        }
      }
    }
    return new EventLoopUse(tests, List.copyOf(requesters), List.copyOf(wide), List.copyOf(apart));
  }

  /** The widest scope of the wide fixtures; function if there are none. */
  public Scope widestScope() {
    Scope widest = Scope.FUNCTION;
    for (Fixture fixture : wide) {
      Scope scope = fixture.scope().toOptional().orElse(Scope.FUNCTION);
      widest = scope.widerThan(widest) ? scope : widest;
    }
    return widest;
  }

  /** The fixtures' names in backticks, with the last one after "and". */
  public static String names(List<Fixture> fixtures) {
    return backticked(fixtures.stream().map(Fixture::name).toList());
  }

  /** Names in backticks, with the last one after "and"; of more than four, the first three. */
  public static String backticked(List<String> all) {
    // Fixtures of several modules may have one name.
    List<String> names = all.stream().distinct().toList();
    int shown = names.size() > 4 ? 3 : names.size();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      boolean last = i == names.size() - 1;
      text.append(i == 0 ? "" : last ? " and " : ", ").append('`').append(names.get(i)).append('`');
    }
    return shown < names.size()
        ? text.append(" and ").append(names.size() - shown).append(" others").toString()
        : text.toString();
  }

  private static List<Fixture> wideFixtures(Test test, SuiteModel model) {
    return model.closure(test).fixtures().stream()
        .filter(Fixture::isAsync)
        .filter(fixture -> model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO))
        .filter(fixture -> fixture.scope().toOptional().orElse(Scope.FUNCTION) != Scope.FUNCTION)
        .toList();
  }

  private static List<Fixture> brokenFixtures(Test test, SuiteModel model) {
    if (!model.loopScope(test).is(Scope.FUNCTION)) {
      return List.of();
    }
    return wideFixtures(test, model).stream()
        .filter(fixture -> model.resource(fixture).isBound())
        .filter(
            fixture ->
                model
                    .loopScope(fixture)
                    .toOptional()
                    .filter(scope -> scope != Scope.FUNCTION)
                    .isPresent())
        .toList();
  }
}
