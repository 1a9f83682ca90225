package dev.loopscope.scaffold.check.evidence;

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

/**
 * What is told of once: the tests of a module that have one fixture of another loop, and their own
 * loop for one reason.
 *
 * @param uses in order; never empty
 */
public record ForeignUseGroup(List<ForeignUse> uses) {
  public ForeignUseGroup {
    uses = List.copyOf(uses);
  }

  private record Key(Fixture fixture, SourceFile module, Scope loop, Optional<Mark> mark) {}

  /** All of a suite, of tests that need not fail. */
  public static List<ForeignUseGroup> of(SuiteModel model) {
    Map<Fixture, List<ForeignUse>> all = new LinkedHashMap<>();
    ForeignUses foreign = new ForeignUses(model);
    for (Test test : new AsyncioMarks(model).tests()) {
      if (!ExpectedFailure.of(test, model)) {
        foreign
            .of(test)
            .forEach(use -> all.computeIfAbsent(use.fixture(), key -> new ArrayList<>()).add(use));
      }
    }
    Map<Key, List<ForeignUse>> groups = new LinkedHashMap<>();
    ContendedUses contended = new ContendedUses(model);
    for (Map.Entry<Fixture, List<ForeignUse>> found : all.entrySet()) {
      List<ForeignUse> uses = contended.settled(found.getKey(), found.getValue());
      for (ForeignUse use : new BindingTests(model).others(uses)) {
        Test test = use.test();
        Key key =
            new Key(use.fixture(), test.collectedIn(), use.loop(), AsyncioMarks.scopedMark(test));
        groups.computeIfAbsent(key, it -> new ArrayList<>()).add(use);
      }
    }
    return groups.values().stream().map(ForeignUseGroup::new).toList();
  }

  /** The one to look at: the first that must fail, else the first that waits. */
  public ForeignUse shown() {
    return uses.stream()
        .filter(ForeignUse::certain)
        .findFirst()
        .or(() -> uses.stream().filter(ForeignUse::waits).findFirst())
        .orElse(uses.get(0));
  }

  /** The tests, each once, in order. */
  public List<Test> tests() {
    return uses.stream().map(ForeignUse::test).distinct().toList();
  }

  /** Where it is told of: at the parameter of the shown one, else at its test. */
  public Location location() {
    ForeignUse use = shown();
    return use.parameter()
        .flatMap(it -> LoopReach.parameter(use.test().function(), it))
        .map(parameter -> use.test().file().location(parameter))
        .orElseGet(() -> use.test().location());
  }
}
