package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Synchronous code that pytest calls while no loop runs: a test, a fixture, a set-up method.
 *
 * @param name what people call it
 * @param kind what it is
 * @param file the file that holds it
 * @param function its function
 * @param around the files whose texts may name what is patched while it runs
 */
public record SyncCode(
    String name, Kind kind, SourceFile file, FunctionDef function, Set<SourceFile> around) {
  /** Keeps an unmodifiable copy. */
  public SyncCode {
    around = Set.copyOf(around);
  }

  /** What pytest calls. */
  public enum Kind {
    TEST,
    FIXTURE,
    SETUP
  }

  private static final List<String> SETUP = List.of("setup_class", "setup_method", "setUp");

  /** All of a suite that runs, each function once. */
  public static List<SyncCode> of(SuiteModel model) {
    List<SyncCode> found = new ArrayList<>();
    List<SyncCode> setups = new ArrayList<>();
    Set<FunctionDef> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Test test : LiveTests.of(model)) {
      // A decorator that makes a sync test of a coroutine function runs its body on some loop.
      if (model.runner(test).is(Runner.SYNC) && !test.function().async()) {
        found.add(
            new SyncCode(
                test.name(), Kind.TEST, test.file(), test.function(), Set.of(test.file())));
      }
      test.collectedBy().ifPresent(owner -> addSetups(owner, model, seen, setups));
    }
    for (Fixture fixture : model.fixtures()) {
      ofFixture(fixture, model).ifPresent(found::add);
    }
    found.addAll(setups);
    return found;
  }

  private static Optional<SyncCode> ofFixture(Fixture fixture, SuiteModel model) {
    boolean sync =
        fixture.maker() == Maker.PYTEST
            && !fixture.function().async()
            && (fixture.kind().is(FunctionKind.SYNC) || fixture.kind().is(FunctionKind.GENERATOR));
    // Whoever asks for it by name while a test runs may have a running loop.
    boolean asked = model.mentions("getfixturevalue");
    List<Test> tests = sync && !asked ? LiveTests.using(fixture, model) : List.of();
    if (tests.isEmpty()) {
      return Optional.empty();
    }
    Test test = tests.get(0);
    Set<SourceFile> around = new HashSet<>(List.of(fixture.file(), test.file()));
    model.closure(test).fixtures().forEach(it -> around.add(it.file()));
    return Optional.of(
        new SyncCode(fixture.name(), Kind.FIXTURE, fixture.file(), fixture.function(), around));
  }

  private static void addSetups(
      SuiteClass owner, SuiteModel model, Set<FunctionDef> seen, List<SyncCode> setups) {
    ClassRef type = new ClassRef(owner.file(), owner.definition());
    for (String name : SETUP) {
      boolean ofUnittest = name.equals("setUp");
      if (ofUnittest == !owner.mro().externalBases().isEmpty()
          && model.resolver().member(type, name) instanceof Resolution.Function it
          && !it.definition().async()
          && seen.add(it.definition())) {
        setups.add(
            new SyncCode(
                owner.name() + "." + name,
                Kind.SETUP,
                it.file(),
                it.definition(),
                new HashSet<>(List.of(it.file(), owner.file()))));
      }
    }
  }
}
