package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.fixture.AsyncFunctionInstead;
import dev.loopscope.scaffold.check.edit.loop.AwaitedRun;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.MissingMark;
import dev.loopscope.scaffold.check.evidence.WideLoops;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.Lazy;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.LoopCall;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What becomes of a sync test that asks for the current loop after an async test has run. */
final class SyncTestLoop {
  private static final AffectedVersions LEAVING_NONE = AffectedVersions.of(Feature.NO_CURRENT_LOOP);

  private SyncTestLoop() {}

  /** The findings in the sync tests of a suite. */
  static List<Finding> findings(Rule rule, List<Test> tests, SuiteModel model) {
    List<Finding> found = new ArrayList<>();
    Map<Test, Test> before = before(tests, model);
    Lazy<Boolean> wide = new Lazy<>(() -> WideLoops.of(model));
    for (Test test : tests) {
      Test earlier = before.get(test);
      if (earlier != null
          && model.runner(test).is(Runner.SYNC)
          && !test.function().async()
          && hasNoLoop(test, model)) {
        gets(test, model).stream()
            .flatMap(call -> finding(rule, call, test, earlier, wide, model).stream())
            .forEach(found::add);
      }
    }
    return found;
  }

  /**
   * The calls of a test that get the current loop, themselves or in the project's code. Behind the
   * first one that every run reaches nothing runs.
   */
  private static List<LoopCall> gets(Test test, SuiteModel model) {
    List<LoopCall> gets = new ArrayList<>();
    for (LoopCall call : LoopCall.of(test.file(), test.function(), model.resolver())) {
      if (call.kind() == LoopCall.Kind.GET) {
        gets.add(call);
      }
    }
    boolean patched = test.file().lastWordsOfTexts().contains("get_event_loop");
    for (Call call : patched ? List.<Call>of() : model.asks(test)) {
      if (!isGet(test, call, model)) {
        gets.add(new LoopCall(test.file(), call, LoopCall.Kind.GET, false));
      }
    }
    gets.sort(Comparator.comparingInt(it -> it.call().start()));
    for (int at = 0; at < gets.size(); at++) {
      if (!gets.get(at).conditional()) {
        return gets.subList(0, at + 1);
      }
    }
    return gets;
  }

  /** Whether it is the test's own call, for which the text alone is looked at. */
  private static boolean isGet(Test test, Call call, SuiteModel model) {
    return model
        .resolver()
        .qualifiedName(test.file(), call.function())
        .filter("asyncio.get_event_loop"::equals)
        .isPresent();
  }

  /** Neither an async fixture nor an unknown one sets a loop for the test. */
  private static boolean hasNoLoop(Test test, SuiteModel model) {
    Closure closure = model.closure(test);
    return closure.complete()
        && !closure.has("event_loop")
        && !closure.has("anyio_backend")
        && closure.fixtures().stream()
            .noneMatch(it -> it.isAsync() || !it.kind().isKnown() || makesLoops(it));
  }

  private static boolean makesLoops(Fixture fixture) {
    return fixture.file().text(fixture.function()).contains("event_loop");
  }

  /** Tests that pytest collects from one file for one class. */
  private record Group(SourceFile module, SourceFile file, Optional<SuiteClass> collector) {}

  /** By test, the last async test of the same file and class that runs before it. */
  private static Map<Test, Test> before(List<Test> tests, SuiteModel model) {
    Map<Group, TreeMap<Integer, Test>> asynchronous = new HashMap<>();
    for (Test test : tests) {
      if (LiveTests.onAsyncio(test, model)) {
        TreeMap<Integer, Test> others =
            asynchronous.computeIfAbsent(group(test), unused -> new TreeMap<>());
        // Whoever stands behind this one has this one as the later one.
        others.tailMap(test.function().start(), true).clear();
        others.put(test.function().start(), test);
      }
    }
    Map<Test, Test> before = new HashMap<>();
    for (Test test : tests) {
      Optional.ofNullable(asynchronous.get(group(test)))
          .map(others -> others.lowerEntry(test.function().start()))
          .ifPresent(earlier -> before.put(test, earlier.getValue()));
    }
    return before;
  }

  private static Group group(Test test) {
    return new Group(test.collectedIn(), test.file(), test.collectedBy());
  }

  private static Optional<Finding> finding(
      Rule rule, LoopCall call, Test test, Test earlier, Lazy<Boolean> wide, SuiteModel model) {
    boolean anyio = model.runner(earlier).is(Runner.ANYIO);
    Allowed allowed = model.versions().pytestAsyncio();
    Severity worst = wide.get() || call.conditional() ? Severity.WARNING : Severity.ERROR;
    Optional<Severity> severity =
        anyio ? Optional.of(worst) : LEAVING_NONE.severity(allowed, worst);
    Optional<Fix> fix = fix(test, earlier, model);
    return severity.map(
        it -> {
          Finding finding =
              Finding.of(
                      rule,
                      it,
                      call.file().location(call.call()),
                      "`"
                          + earlier.name()
                          + "` leaves no current event loop behind, so `"
                          + call.text()
                          + "` raises `RuntimeError` in `"
                          + test.name()
                          + "`",
                      "make the test async, mark it as `"
                          + earlier.name()
                          + "` is, and await what it runs")
                  .forVersions(anyio ? "" : LEAVING_NONE.words(allowed));
          return fix.map(finding::with).orElse(finding);
        });
  }

  /** The test async and marked as the earlier one, what it runs awaited. */
  private static Optional<Fix> fix(Test test, Test earlier, SuiteModel model) {
    Optional<Mark> mark =
        earlier
            .closestMark("asyncio")
            .or(() -> earlier.closestMark("anyio"))
            .filter(it -> it.level() == MarkLevel.FUNCTION)
            .filter(it -> !MissingMark.isRunWithout(test, model));
    Optional<String> text = mark.map(it -> it.file().text(it.expression()));
    boolean marked =
        mark.isPresent()
            ? text.orElseThrow().startsWith("pytest.mark.")
            : MissingMark.isRunWithout(test, model);
    boolean trio =
        model.runner(earlier).is(Runner.ANYIO)
            && !model
                .backends(earlier)
                .toOptional()
                .filter(it -> it.stream().allMatch(AnyioBackend.ASYNCIO::equals))
                .isPresent();
    if (!marked || trio || test.given().isPresent()) {
      return Optional.empty();
    }
    Optional<List<Edit>> awaits = AwaitedRun.all(test.file(), test.function(), model.resolver());
    return AsyncFunctionInstead.edits(test.file(), test.function(), text)
        .filter(it -> awaits.isPresent())
        .map(
            it -> {
              List<Edit> edits = new ArrayList<>(it);
              edits.addAll(awaits.orElseThrow());
              return new Fix(Safety.UNSAFE, "make the test async", edits);
            });
  }
}
