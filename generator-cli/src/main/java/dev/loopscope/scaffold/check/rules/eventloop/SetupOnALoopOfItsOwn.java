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
import dev.loopscope.scaffold.check.wording.Quoted;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.resource.flow.Left;
import dev.loopscope.scaffold.suite.resource.flow.LeftBound;
import dev.loopscope.scaffold.suite.resource.flow.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** LS047. A function that is called before tests opens something, and no loop of theirs runs. */
public final class SetupOnALoopOfItsOwn implements Rule {
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
        (kept, tests) -> {
          boolean several =
              kept.held().driven()
                  || tests.stream().map(it -> loop(it, model)).distinct().count() > 1;
          if (several && told.add(kept.setup().location())) {
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
      return known && (binds || (held.driven() && !held.bindsLater()));
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

  private static String loop(Test test, SuiteModel model) {
    return new BindingTests(model).of(test).orElse("");
  }

  private static boolean waitsFor(Test test, Left.Held held, SuiteModel model) {
    return model.waits(test).stream()
        .anyMatch(
            it -> it instanceof Part.Kept of && LeftBound.isAt(of, held.place().orElseThrow()));
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

  private static String remedy(Fixture setup, String place, List<Test> tests, SuiteModel model) {
    if (tests.stream().anyMatch(LiveTests::onLoopOfUnittest)) {
      return "open `" + place + "` for each test, in `asyncSetUp`, and close it in `asyncTearDown`";
    }
    boolean sync = tests.stream().noneMatch(Test::isAsync);
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
