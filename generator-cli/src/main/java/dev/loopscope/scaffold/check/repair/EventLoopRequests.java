package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.edit.Conversion;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.loop.AwaitInstead;
import dev.loopscope.scaffold.check.edit.mark.LoopScopeArgument;
import dev.loopscope.scaffold.check.edit.mark.MarkAddition;
import dev.loopscope.scaffold.check.edit.mark.UsefixturesRemoval;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.RequestedLoop;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the requests for {@code event_loop} out of a suite: what requests it does the same on the
 * loop that runs it, as far as that can be.
 */
final class EventLoopRequests {
  private final SuiteModel model;
  private final KnownSpellings spellings;
  private final LoopChoice choice;
  private final DraftBuilder draft;

  EventLoopRequests(
      SuiteModel model, KnownSpellings spellings, LoopChoice choice, DraftBuilder draft) {
    this.model = model;
    this.spellings = spellings;
    this.choice = choice;
    this.draft = draft;
  }

  /** Adds a step for each; says of the others why there is none. */
  void convert() {
    for (Fixture fixture : model.fixtures()) {
      if (isRequest(fixture)) {
        add(fixture);
      }
    }
    IdentityHashMap<FunctionDef, List<Test>> byFunction = new IdentityHashMap<>();
    Map<Integer, FunctionDef> inOrder = new LinkedHashMap<>();
    for (Test test : LiveTests.of(model)) {
      if (test.requested().contains(RequestedLoop.NAME) && !givesRunningLoop(test)) {
        if (!byFunction.containsKey(test.function())) {
          inOrder.put(inOrder.size(), test.function());
        }
        byFunction.computeIfAbsent(test.function(), it -> new ArrayList<>()).add(test);
      }
    }
    inOrder.values().forEach(it -> add(byFunction.getOrDefault(it, List.of())));
    withoutMarks();
  }

  /** A test that runs on a loop needs no mark to have one. */
  private void withoutMarks() {
    Map<Mark, List<Test>> byMark = new LinkedHashMap<>();
    for (Test test : LiveTests.of(model)) {
      if (test.usefixtures().contains(RequestedLoop.NAME) && !givesRunningLoop(test)) {
        test.marks("usefixtures")
            .forEach(it -> byMark.computeIfAbsent(it, mark -> new ArrayList<>()).add(test));
      }
    }
    byMark.forEach(
        (mark, tests) ->
            UsefixturesRemoval.argument(mark, RequestedLoop.NAME, model.resolver())
                .ifPresent(it -> without(mark, it, tests)));
  }

  private void without(Mark mark, Expression argument, List<Test> tests) {
    Location place = mark.file().location(argument);
    Optional<Test> other =
        tests.stream().filter(it -> !model.runner(it).is(Runner.PYTEST_ASYNCIO)).findFirst();
    if (other.isPresent()) {
      draft.leave(place, "`" + other.orElseThrow().name() + "` runs on no loop of its own");
    } else {
      draft.add(
          place,
          "take `event_loop` out of the mark",
          UsefixturesRemoval.edit(mark, argument).map(List::of));
    }
  }

  private boolean isRequest(Fixture fixture) {
    List<Test> tests = LiveTests.using(fixture, model);
    return fixture.requested().contains(RequestedLoop.NAME)
        && !fixture.name().equals(RequestedLoop.NAME)
        && !tests.isEmpty()
        && !givesRunningLoop(tests.get(0));
  }

  private boolean givesRunningLoop(Test test) {
    return model.fixture(RequestedLoop.NAME, test).filter(Fixture::isAsync).isPresent();
  }

  private void add(Fixture fixture) {
    Conversion conversion = of(fixture);
    if (conversion instanceof Conversion.Refused refused) {
      leave(fixture, refused.why());
    } else if (conversion instanceof Conversion.Made made) {
      String what =
          fixture.isAsync()
              ? "let `" + fixture.name() + "` ask for the running loop"
              : "make `" + fixture.name() + "` async, on the `" + choice.of(fixture) + "` loop";
      if (!draft.addIfFree(fixture.location(), what, made.edits())) {
        leave(fixture, "is changed by another step");
      }
    }
  }

  private void leave(Fixture fixture, String why) {
    parameter(fixture.function())
        .ifPresent(
            it -> draft.leave(fixture.file().location(it), "`" + fixture.name() + "` " + why));
  }

  private static Optional<Parameter> parameter(FunctionDef function) {
    return function.parameters().stream()
        .filter(it -> it.name().equals(RequestedLoop.NAME))
        .findFirst();
  }

  private Conversion of(Fixture fixture) {
    AsyncFixtures async = new AsyncFixtures(model, spellings, choice);
    Optional<Conversion> refused =
        fixture.isAsync() ? Optional.empty() : async.refusal(fixture).map(it -> it);
    if (refused.isPresent()) {
      return refused.orElseThrow();
    }
    if (!fixture.kind().isKnown()) {
      return new Conversion.Refused("has decorators that may change what it gives");
    }
    Conversion body = AwaitInstead.of(fixture.file(), fixture.function(), true, model.resolver());
    return fixture.isAsync() ? body : async.decorated(fixture, body);
  }

  private void add(List<Test> tests) {
    Test test = tests.get(0);
    Conversion conversion = of(tests);
    if (conversion instanceof Conversion.Made made) {
      String what =
          test.isAsync()
              ? "let `" + test.name() + "` ask for the running loop"
              : "make `" + test.name() + "` async";
      if (draft.addIfFree(test.location(), what, made.edits())) {
        return;
      }
    }
    String why =
        conversion instanceof Conversion.Refused refused
            ? refused.why()
            : "is changed by another step";
    parameter(test.function())
        .ifPresent(it -> draft.leave(test.file().location(it), "`" + test.name() + "` " + why));
  }

  private Conversion of(List<Test> tests) {
    Test test = tests.get(0);
    if (test.kind().is(FunctionKind.COROUTINE)) {
      return tests.stream().allMatch(it -> model.runner(it).is(Runner.PYTEST_ASYNCIO))
          ? AwaitInstead.of(test.file(), test.function(), false, model.resolver())
          : new Conversion.Refused("is not run by pytest-asyncio");
    }
    if (!test.kind().is(FunctionKind.SYNC)) {
      return new Conversion.Refused("has decorators that may change what it gives");
    }
    Optional<Expression> decorator =
        test.function().decorators().stream()
            .filter(it -> !takesAsync(test.file(), it))
            .findFirst();
    if (decorator.isPresent()) {
      return new Conversion.Refused(
          "is decorated by `"
              + test.file().text(decorator.orElseThrow()).lines().findFirst().orElse("")
              + "`, which may take no async function");
    }
    Conversion body = AwaitInstead.of(test.file(), test.function(), false, model.resolver());
    if (!(body instanceof Conversion.Made made)) {
      return body;
    }
    return mark(tests)
        .<Conversion>map(
            it -> {
              List<Edit> edits = new ArrayList<>(it);
              edits.addAll(made.edits());
              return new Conversion.Made(edits);
            })
        .orElseGet(() -> new Conversion.Refused("has no place for an asyncio mark"));
  }

  /** Marks, patches and Hypothesis take async functions as they take others. */
  private boolean takesAsync(SourceFile file, Expression decorator) {
    Expression function = decorator instanceof Call call ? call.function() : decorator;
    return model
        .resolver()
        .qualifiedName(file, function)
        .filter(
            it ->
                it.startsWith("pytest.mark.")
                    || it.startsWith("unittest.mock.")
                    || it.startsWith("hypothesis."))
        .isPresent();
  }

  private Optional<List<Edit>> mark(List<Test> tests) {
    Test test = tests.get(0);
    Scope needed = choice.of(test);
    boolean auto = model.asyncioMode().is(AsyncioMode.AUTO);
    boolean marked =
        auto || tests.stream().allMatch(it -> it.closestMark(AsyncioMarks.NAME).isPresent());
    boolean fits =
        tests.stream()
            .allMatch(it -> choice.assumed().asAsync(it).filter(needed::equals).isPresent());
    if (marked && fits) {
      return Optional.of(List.of());
    }
    Optional<Mark> own =
        test.closestMark(AsyncioMarks.NAME)
            .filter(it -> test.function().decorators().contains(it.expression()));
    Optional<String> keyword = spellings.markKeyword();
    if (own.isPresent()) {
      return keyword
          .flatMap(it -> LoopScopeArgument.of(own.orElseThrow(), it, needed))
          .map(List::of);
    }
    if (!fits && keyword.isEmpty()) {
      return Optional.empty();
    }
    String arguments = fits ? "" : "(" + keyword.orElseThrow() + "=\"" + needed + "\")";
    return MarkAddition.toFunction(test.file(), test.function(), "pytest.mark.asyncio" + arguments);
  }
}
