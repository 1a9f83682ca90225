package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.resource.flow.Left;
import dev.loopscope.scaffold.suite.resource.flow.LeftBound;
import dev.loopscope.scaffold.suite.resource.flow.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the tests that have to do with what async fixtures of other loops leave bound. */
public final class ForeignUses {
  private final SuiteModel model;
  private final LoopReach reach;

  /** Of a suite. */
  public ForeignUses(SuiteModel model) {
    this.model = model;
    this.reach = new LoopReach(model);
  }

  /** Those of a test, at most one for each parameter and each fixture. */
  public List<ForeignUse> of(Test test) {
    Optional<Scope> loop = model.loopScope(test).toOptional();
    if (loop.isEmpty()) {
      return List.of();
    }
    Closure closure = model.closure(test);
    List<ForeignUse> found = new ArrayList<>(throughParameters(test, loop.orElseThrow(), closure));
    Set<Fixture> told = new HashSet<>();
    found.stream().filter(ForeignUse::certain).forEach(it -> told.add(it.fixture()));
    for (Fixture fixture : closure.fixtures()) {
      if (!told.contains(fixture) && isForeign(fixture, loop.orElseThrow(), test)) {
        heldElsewhere(test, loop.orElseThrow(), fixture).ifPresent(found::add);
      }
    }
    return found;
  }

  private List<ForeignUse> throughParameters(Test test, Scope loop, Closure closure) {
    Map<String, ForeignUse> worst = new LinkedHashMap<>();
    for (LoopReach.Held held : reach.behind(test.requested(), closure)) {
      ForeignLoop foreign = ForeignLoop.of(model.resource(held.fixture()));
      if (foreign == ForeignLoop.HARMLESS || !isForeign(held.fixture(), loop, test)) {
        continue;
      }
      boolean waits = isAmong(model.waits(test), held.parameter());
      if (waits
          || isAmong(model.guardedWaits(test), held.parameter())
          || foreign == ForeignLoop.DEPENDS) {
        ForeignUse use =
            new ForeignUse(
                test,
                loop,
                held.fixture(),
                held.loop(),
                Optional.of(held.parameter()),
                foreign,
                waits,
                Optional.empty());
        worst.merge(held.parameter(), use, (a, b) -> BY_FOREIGN.compare(a, b) <= 0 ? a : b);
      }
    }
    return List.copyOf(worst.values());
  }

  private static final Comparator<ForeignUse> BY_FOREIGN =
      Comparator.comparing(ForeignUse::foreign);

  private static boolean isAmong(Set<Part> parts, String parameter) {
    return parts.stream()
        .anyMatch(it -> it instanceof Part.Parameter of && of.name().equals(parameter));
  }

  /** Whether a fixture is set up on another loop. One that outlives its own is not set up. */
  private boolean isForeign(Fixture fixture, Scope loop, Test test) {
    Optional<Scope> scope = fixture.scope().toOptional();
    Optional<Scope> its = model.loopScope(fixture).toOptional();
    return fixture.isAsync()
        && scope.isPresent()
        && its.isPresent()
        && its.orElseThrow() != loop
        && !scope.orElseThrow().widerThan(its.orElseThrow())
        && model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO);
  }

  /** What a fixture leaves where tests find it without its value. */
  private Optional<ForeignUse> heldElsewhere(Test test, Scope loop, Fixture fixture) {
    Left left = model.left(fixture);
    List<ForeignUse> found = new ArrayList<>();
    for (Left.Held held : left.held()) {
      if (held.holder() == Left.Holder.SHARED && held.certain() && waitsFor(test, held)) {
        ForeignLoop foreign = ForeignLoop.of(held.thing().onAnotherLoop());
        String what = held.place().map(it -> it.name()).orElseThrow();
        found.add(use(test, loop, fixture, foreign, true, what));
      } else if (held.holder() == Left.Holder.LOOP && left.valueless()) {
        found.add(use(test, loop, fixture, ForeignLoop.STANDS_STILL, false, held.thing().name()));
      } else if (held.holder() == Left.Holder.LIBRARY) {
        found.add(use(test, loop, fixture, ForeignLoop.DEPENDS, false, held.thing().name()));
      }
    }
    return found.stream().min(BY_FOREIGN);
  }

  private boolean waitsFor(Test test, Left.Held held) {
    return model.waits(test).stream()
        .anyMatch(
            it -> it instanceof Part.Shared of && LeftBound.isAt(of, held.place().orElseThrow()));
  }

  private ForeignUse use(
      Test test, Scope loop, Fixture fixture, ForeignLoop foreign, boolean waits, String what) {
    return new ForeignUse(
        test,
        loop,
        fixture,
        model.loopScope(fixture).toOptional().orElseThrow(),
        test.requested().contains(fixture.name()) ? Optional.of(fixture.name()) : Optional.empty(),
        foreign,
        waits,
        Optional.of("`" + what + "`"));
  }
}
