package dev.loopscope.scaffold.prediction.item;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the items of a test as pytest's {@code generate_tests} does: the values of fixtures first,
 * then those of {@code parametrize} marks, the closest mark first; the last of them change fastest.
 */
final class TestItems {
  /** More of one test are drawn as one: nobody looks at them singly. */
  private static final int MOST = 500;

  /** A hook by which each test of pytest-asyncio becomes several. */
  private static final String FACTORIES = "pytest_asyncio_loop_factories";

  private final SuiteModel model;
  private final ParameterIds ids;

  TestItems(SuiteModel model) {
    this.model = model;
    this.ids = new ParameterIds(model.resolver());
  }

  /** The items, in the order in which they are collected; one that says so if they are unknown. */
  List<TestItem> of(Test test) {
    Closure closure = ItemClosure.of(model, test);
    Optional<String> unread = unread(test);
    if (unread.isPresent()) {
      return List.of(one(test, "one mark for all its items: " + unread.orElseThrow()));
    }
    List<Reading<ParameterValues>> sources = new ArrayList<>(ofFixtures(test, closure));
    test.parametrizations().forEach(it -> sources.add(ofMark(it, closure)));
    List<ParameterValues> values = new ArrayList<>();
    long count = 1;
    for (Reading<ParameterValues> source : sources) {
      if (source instanceof Reading.Unknown<ParameterValues> unknown) {
        return List.of(one(test, "one mark for all its items: " + unknown.reason()));
      }
      ParameterValues known = source.toOptional().orElseThrow();
      count *= Math.min(known.count(), MOST + 1);
      values.add(known);
      if (count > MOST) {
        return List.of(one(test, "one mark for more than " + MOST + " items"));
      }
    }
    return count == 0
        ? List.of(one(test, "its parameter has no value, and pytest skips it"))
        : product(test, values);
  }

  private Optional<String> unread(Test test) {
    boolean onManyLoops = model.mentions(FACTORIES) && model.runner(test).is(Runner.PYTEST_ASYNCIO);
    return onManyLoops
        ? Optional.of("`" + FACTORIES + "` gives it one for each kind of loop")
        : unreadMark(test);
  }

  private static Optional<String> unreadMark(Test test) {
    return test.unknownParameters()
        .or(
            () ->
                test.parametrizations().size() == test.marks("parametrize").size()
                    ? Optional.empty()
                    : Optional.of("a `parametrize` of it cannot be read"));
  }

  private static TestItem one(Test test, String note) {
    return new TestItem(test, test.name(), List.of(), Optional.of(note));
  }

  private static List<TestItem> product(Test test, List<ParameterValues> sources) {
    List<List<Integer>> choices = new ArrayList<>(List.of(List.of()));
    for (ParameterValues source : sources) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> choice : choices) {
        for (int index = 0; index < source.count(); index++) {
          List<Integer> next = new ArrayList<>(choice);
          next.add(index);
          longer.add(next);
        }
      }
      choices = longer;
    }
    return choices.stream().map(it -> item(test, sources, it)).toList();
  }

  private static TestItem item(Test test, List<ParameterValues> sources, List<Integer> choice) {
    List<ItemParameter> parameters = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      parameters.addAll(sources.get(i).parameters(choice.get(i)));
      texts.add(sources.get(i).id(choice.get(i)).orElse("…"));
    }
    String name =
        sources.isEmpty() ? test.name() : test.name() + "[" + String.join("-", texts) + "]";
    return new TestItem(test, name, parameters, Optional.empty());
  }

  private List<Reading<ParameterValues>> ofFixtures(Test test, Closure closure) {
    Set<String> stated = new HashSet<>();
    test.parametrizations().forEach(it -> stated.addAll(it.names()));
    List<Reading<ParameterValues>> all = new ArrayList<>();
    boolean late = model.runner(test).is(Runner.ANYIO) && !closure.has(AnyioBackend.NAME);
    for (String name : closure.names()) {
      if (!stated.contains(name)) {
        Optional<Fixture> fixture = parametrized(name, closure);
        fixture.ifPresent(it -> all.add(ofFixture(it)));
        if (closure.fixture(name).isEmpty() && name.equals(AnyioBackend.NAME)) {
          all.add(backends(test));
        }
      }
    }
    if (late) {
      all.add(Reading.unknown("which backends are installed is not stated"));
    }
    return all;
  }

  /** The nearest one that has params, as long as each one requests the one that it overrides. */
  private static Optional<Fixture> parametrized(String name, Closure closure) {
    for (Fixture fixture : closure.fixtures()) {
      if (fixture.name().equals(name)) {
        if (fixture.params().isPresent()) {
          return Optional.of(fixture);
        }
        if (!fixture.requested().contains(name)) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Reading<ParameterValues> ofFixture(Fixture fixture) {
    Expression params = fixture.params().orElseThrow();
    List<String> names = List.of(fixture.name());
    SourceFile file = fixture.decoratorFile();
    return fixture
        .scope()
        .flatMap(
            scope ->
                values(file, params)
                    .map(
                        all ->
                            new ParameterValues(
                                names,
                                scope,
                                ids.of(
                                    names,
                                    all,
                                    file,
                                    fixture.decoratorKeyword("ids").map(Keyword::value)))));
  }

  private Reading<List<Resolution.Value>> values(SourceFile file, Expression written) {
    return model.resolver().elements(file, written);
  }

  /** Those that anyio's own fixture gives. */
  private Reading<ParameterValues> backends(Test test) {
    return model
        .backend(test)
        .map(
            it ->
                new ParameterValues(
                    List.of(AnyioBackend.NAME),
                    it.scope(),
                    it.names().stream().map(Optional::of).toList()));
  }

  private Reading<ParameterValues> ofMark(Parametrization it, Closure closure) {
    return scope(it, closure)
        .flatMap(
            scope ->
                values(it.file(), it.values())
                    .map(
                        all ->
                            new ParameterValues(
                                it.names(),
                                scope,
                                ids.of(it.names(), all, it.file(), stated(it)))));
  }

  private static Optional<Expression> stated(Parametrization it) {
    Mark mark = it.mark();
    return mark.arguments().size() > 3 ? Optional.of(mark.arguments().get(3)) : mark.keyword("ids");
  }

  /** The stated one, else the narrowest of the fixtures if it only gives values to fixtures. */
  private static Reading<Scope> scope(Parametrization it, Closure closure) {
    if (it.scope().isPresent()) {
      return it.scope().orElseThrow();
    }
    if (!it.direct().isEmpty()) {
      return Reading.known(Scope.FUNCTION);
    }
    Reading<Scope> narrowest = Reading.known(Scope.SESSION);
    for (String name : it.names()) {
      Reading<Scope> scope =
          closure.fixture(name).map(Fixture::scope).orElse(Reading.known(Scope.FUNCTION));
      narrowest =
          narrowest.flatMap(known -> scope.map(other -> known.widerThan(other) ? other : known));
    }
    return narrowest;
  }
}
