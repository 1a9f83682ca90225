package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.evidence.BindingTests;
import dev.loopscope.scaffold.check.evidence.ContendedUses;
import dev.loopscope.scaffold.check.evidence.ExpectedFailure;
import dev.loopscope.scaffold.check.evidence.ForeignUse;
import dev.loopscope.scaffold.check.evidence.ForeignUses;
import dev.loopscope.scaffold.check.evidence.LoopReach;
import dev.loopscope.scaffold.check.wording.LoopOrigin;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A test that gets an async fixture of another loop. */
public final class TestLoopDiffersFromFixtureLoop implements Rule {
  @Override
  public String id() {
    return "LS002";
  }

  @Override
  public String summary() {
    return "A test runs on another event loop than an async fixture that it uses.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.NONE;
  }

  /**
   * What is told of once: all tests of a module that have one fixture, and their loop for one
   * reason.
   */
  private record Group(Fixture fixture, SourceFile module, Scope loop, Optional<Mark> mark) {}

  @Override
  public void check(SuiteModel model, Findings findings) {
    Map<Fixture, List<ForeignUse>> all = new LinkedHashMap<>();
    ForeignUses foreign = new ForeignUses(model);
    for (Test test : new AsyncioMarks(model).tests()) {
      if (!ExpectedFailure.of(test, model)) {
        foreign
            .of(test)
            .forEach(use -> all.computeIfAbsent(use.fixture(), key -> new ArrayList<>()).add(use));
      }
    }
    Map<Group, List<ForeignUse>> groups = new LinkedHashMap<>();
    ContendedUses contended = new ContendedUses(model);
    for (Map.Entry<Fixture, List<ForeignUse>> found : all.entrySet()) {
      List<ForeignUse> uses = contended.settled(found.getKey(), found.getValue());
      for (ForeignUse use : new BindingTests(model).others(uses)) {
        Test test = use.test();
        Group group =
            new Group(use.fixture(), test.collectedIn(), use.loop(), LoopOrigin.scopedMark(test));
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(use);
      }
    }
    groups.values().forEach(uses -> report(model, uses, findings));
  }

  private void report(SuiteModel model, List<ForeignUse> uses, Findings findings) {
    // The first one that must fail is the one to look at.
    ForeignUse use =
        uses.stream()
            .filter(ForeignUse::certain)
            .findFirst()
            .or(() -> uses.stream().filter(ForeignUse::waits).findFirst())
            .orElse(uses.get(0));
    int tests = (int) uses.stream().map(ForeignUse::test).distinct().count();
    LoopOrigin origin = new LoopOrigin(model);
    Finding finding =
        Finding.of(
            this,
            use.certain() ? Severity.ERROR : Severity.WARNING,
            location(use),
            who(use.test(), tests - 1)
                + " on the `"
                + use.loop()
                + "` loop ("
                + origin.of(use.test())
                + ") with "
                + use.what().map(it -> it + ", left by ").orElse("")
                + "`"
                + use.fixture().name()
                + "` "
                + whose(use, origin)
                + ", "
                + use.foreign().consequence(),
            remedy(use, origin));
    findings.add(origin.caused(finding, use.fixture()));
  }

  private static String whose(ForeignUse use, LoopOrigin origin) {
    if (use.first()) {
      return "of the loop of the test that uses it first";
    }
    return use.itsLoop()
        .map(loop -> "of the `" + loop + "` loop (" + origin.of(use.fixture()) + ")")
        .orElse("of a loop that it ran by hand");
  }

  private static String remedy(ForeignUse use, LoopOrigin origin) {
    Scope scope = use.fixture().scope().toOptional().orElse(Scope.SESSION);
    String tests =
        origin.remedy(use.test(), use.loop(), use.fixture(), use.itsLoop().orElse(scope));
    if (use.first() || use.itsLoop().isPresent()) {
      return tests;
    }
    String said =
        scope == Scope.FUNCTION || !origin.spellsLoopScope()
            ? ""
            : " with `loop_scope=\"" + scope + "\"`";
    return "make `"
        + use.fixture().name()
        + "` an async fixture"
        + said
        + (use.loop() == scope ? "" : ", and " + tests);
  }

  private static Location location(ForeignUse use) {
    return use.parameter()
        .flatMap(it -> LoopReach.parameter(use.test().function(), it))
        .map(parameter -> use.test().file().location(parameter))
        .orElseGet(() -> use.test().location());
  }

  private static String who(Test test, int others) {
    String first = "`" + test.name() + "`";
    if (others == 0) {
      return first + " runs";
    }
    return first
        + " and "
        + others
        + (others == 1 ? " other test of this module run" : " other tests of this module run");
  }
}
