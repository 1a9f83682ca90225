package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.fixture.AsyncSetupInstead;
import dev.loopscope.scaffold.check.evidence.AnyioOnly;
import dev.loopscope.scaffold.check.evidence.BindingTests;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.SetupRenewal;
import dev.loopscope.scaffold.check.wording.Quoted;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.resource.left.Left;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** LS047. A function that is called before tests opens something, and no loop of theirs runs. */
public final class SetupOnALoopOfItsOwn implements Rule {
  /** Those that make the loop of a function after the functions that are called before it. */
  private static final VersionRange LATE_RUNNERS = Feature.NO_EVENT_LOOP_FIXTURE.range();

  @Override
  public String id() {
    return "LS047";
  }

  @Override
  public String summary() {
    return "What `setup_method`, or one of its kin, opens on an event loop of its own is used by"
        + " tests on theirs.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.UNSAFE;
  }

  /** What a function leaves for tests. */
  private record Kept(Fixture setup, Left.Held held) {}

  @Override
  public void check(SuiteModel model, Findings findings) {
    Map<Kept, List<Test>> uses = new LinkedHashMap<>();
    for (Test test : LiveTests.of(model)) {
      for (Fixture setup : model.setups(test)) {
        for (Left.Held held : model.left(setup).bound(Left.Holder.SHARED)) {
          if (isForeign(setup, held, test, model) && waitsFor(test, held, model)) {
            uses.computeIfAbsent(new Kept(setup, held), key -> new ArrayList<>()).add(test);
          }
        }
      }
    }
    Set<Location> told = new HashSet<>();
    uses.forEach(
        (kept, users) -> {
          SetupRenewal renewal = new SetupRenewal(kept.setup(), kept.held(), model);
          List<Test> tests = users.stream().filter(it -> !renewal.mayConcern(it)).toList();
          boolean fails = kept.held().driven() ? !tests.isEmpty() : loops(tests, model) > 1;
          if (fails && told.add(kept.setup().location())) {
            findings.add(finding(kept, tests, model));
          }
        });
  }

  /**
   * Whether a test runs on another loop than the one that a thing is bound to, or may be: who first
   * uses what is made without a loop binds it.
   */
  private static boolean isForeign(Fixture setup, Left.Held held, Test test, SuiteModel model) {
    boolean binds = held.bindsLater() && !setup.scope().is(Scope.FUNCTION);
    boolean known = held.thing().onAnotherLoop().isCertain();
    if (LiveTests.onAsyncio(test, model) || LiveTests.onLoopOfUnittest(test)) {
      boolean driven = held.driven() && !held.bindsLater() && isOther(setup, test, model);
      return known && (binds || driven);
    }
    // It runs a loop itself, which is the same one at best where somebody keeps it.
    return known
        && held.driven()
        && !held.bindsLater()
        && test.kind().is(FunctionKind.SYNC)
        && setup.file().source().text().contains("asyncio.run(")
        && !setup.file().source().text().contains("run_until_complete")
        && !setup.file().source().text().contains("Runner(");
  }

  /**
   * Whether the loop that a function runs by hand is another one than its test's. unittest makes
   * that of a test the current one before it calls the function; pytest-asyncio did before 1.0.
   */
  private static boolean isOther(Fixture setup, Test test, SuiteModel model) {
    return !setup.file().source().text().contains("get_event_loop")
        || (model.runner(test).is(Runner.PYTEST_ASYNCIO)
            && model.loopScope(test).is(Scope.FUNCTION)
            && model.versions().pytestAsyncio().expects(LATE_RUNNERS));
  }

  /** On how many loops tests run, at least. */
  private static long loops(List<Test> tests, SuiteModel model) {
    BindingTests binding = new BindingTests(model);
    return tests.stream().flatMap(it -> binding.of(it).stream()).distinct().count();
  }

  private static boolean waitsFor(Test test, Left.Held held, SuiteModel model) {
    return model.waits(test).stream()
        .anyMatch(it -> it instanceof Part.Kept of && of.isAt(held.place().orElseThrow()));
  }

  private Finding finding(Kept kept, List<Test> tests, SuiteModel model) {
    String place =
        kept.held().place().map(Part.Kept::name).orElse("").replaceFirst("^request\\.cls", "cls");
    List<String> names = tests.stream().map(Test::name).distinct().toList();
    boolean driven = kept.held().driven();
    String message =
        driven
            ? "`"
                + kept.setup().name()
                + "` opens `"
                + place
                + "` on a loop that it runs by hand, and "
                + Quoted.names(names)
                + (names.size() == 1 ? " waits" : " wait")
                + " for it on another"
            : "`"
                + place
                + "` belongs to the loop on which it is first used, and "
                + Quoted.names(names)
                + " run on several";
    Finding finding =
        Finding.of(
                this,
                Severity.ERROR,
                kept.setup().location(),
                message,
                remedy(kept.setup(), place, tests, model))
            .usedAt(tests.stream().map(Test::location).distinct().toList());
    Optional<Finding> fixed =
        driven
            ? AsyncSetupInstead.of(kept.setup(), tests, model).map(finding::with)
            : Optional.empty();
    return fixed.orElse(finding);
  }

  private static boolean isOfUnittest(Test test) {
    return test.collectedBy().stream()
        .flatMap(it -> it.mro().externalBases().stream())
        .anyMatch(it -> it.startsWith("unittest."));
  }

  private static String remedy(Fixture setup, String place, List<Test> tests, SuiteModel model) {
    boolean sync = tests.stream().noneMatch(Test::isAsync);
    if (tests.stream().anyMatch(SetupOnALoopOfItsOwn::isOfUnittest)) {
      return "open `"
          + place
          + "` for each test, in `asyncSetUp`"
          + (sync ? " of an `IsolatedAsyncioTestCase`" : "")
          + ", and close it in `asyncTearDown`"
          + (sync ? "; and make the tests async" : "");
    }
    String async =
        "an async fixture that is autouse (`@"
            + (AnyioOnly.holds(model) ? "pytest" : "pytest_asyncio")
            + ".fixture(autouse=True)`)";
    return (setup.scope().is(Scope.FUNCTION)
            ? "make `" + setup.name() + "` " + async
            : "open `" + place + "` for each test, in " + async)
        + ", and close it behind its `yield`"
        + (sync ? "; and make the tests async" : "");
  }
}
