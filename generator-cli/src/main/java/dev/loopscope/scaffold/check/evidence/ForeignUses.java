package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.resource.left.Left;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the tests that have to do with what fixtures leave bound to other loops. */
public final class ForeignUses {
  private static final Comparator<ForeignUse> WORST = Comparator.comparing(ForeignUse::foreign);

  private final SuiteModel model;
  private final LoopReach reach;
  private final boolean overridesAreIgnored;

  /** Of a suite. */
  public ForeignUses(SuiteModel model) {
    this.model = model;
    this.reach = new LoopReach(model);
    this.overridesAreIgnored =
        model.versions().pytestAsyncio().expects(Feature.NO_EVENT_LOOP_FIXTURE.range());
  }

  /** Those of a test, at most one for each parameter and each fixture. */
  public List<ForeignUse> of(Test test) {
    Optional<Scope> loop = model.loopScope(test).toOptional();
    if (loop.isEmpty()) {
      return List.of();
    }
    Closure closure = model.closure(test);
    List<ForeignUse> found = new ArrayList<>();
    for (String parameter : test.requested()) {
      throughParameter(test, loop.orElseThrow(), parameter, closure).ifPresent(found::add);
    }
    Set<Fixture> told = new HashSet<>();
    found.stream().filter(ForeignUse::certain).forEach(it -> told.add(it.fixture()));
    for (ForeignUse use : throughRequests(test, loop.orElseThrow())) {
      if (told.add(use.fixture())) {
        found.add(use);
      }
    }
    for (Fixture fixture : closure.fixtures()) {
      if (!told.contains(fixture) && isForeign(fixture, loop.orElseThrow(), test)) {
        heldElsewhere(test, loop.orElseThrow(), fixture).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<ForeignUse> throughParameter(
      Test test, Scope loop, String parameter, Closure closure) {
    List<ForeignUse> found = new ArrayList<>();
    for (Fixture fixture : reach.behind(parameter, closure)) {
      ForeignLoop foreign = through(test, parameter, ForeignLoop.of(model.resource(fixture)));
      boolean told = fixture.isAsync() || model.left(fixture).bound(Left.Holder.VALUE).size() > 0;
      if (foreign != ForeignLoop.HARMLESS
          && told
          && isForeign(fixture, loop, test)
          && (foreign == ForeignLoop.DEPENDS
              || isAmong(model.waits(test), parameter)
              || isAmong(model.guardedWaits(test), parameter))) {
        found.add(
            new ForeignUse(
                test,
                loop,
                fixture,
                itsLoop(fixture),
                Optional.of(parameter),
                foreign,
                isAmong(model.waits(test), parameter),
                model.left(fixture).bindsLater(),
                Optional.empty()));
      }
    }
    return found.stream().min(WORST);
  }

  /** What an application holds matters to the requests whose answers wait for it. */
  private ForeignLoop through(Test test, String parameter, ForeignLoop foreign) {
    return foreign.isCertain()
            && model.knowsAnswers(test)
            && model.served(test).stream()
                .anyMatch(it -> isAmong(it.request().client().parts(), parameter))
        ? ForeignLoop.DEPENDS
        : foreign;
  }

  /** What answers a test's requests on its loop, and waits for what fixtures made on others. */
  private List<ForeignUse> throughRequests(Test test, Scope loop) {
    if (model.served(test).isEmpty()) {
      return List.of();
    }
    List<ForeignUse> found = new ArrayList<>();
    for (Part part : model.waits(test)) {
      if (part instanceof Part.OfFixture of
          && of.made().certain()
          && of.made().thing().onAnotherLoop().isBound()
          && isForeign(of.fixture(), loop, test)) {
        model.left(of.fixture()).held().stream()
            .filter(it -> it.thing().equals(of.made().thing()))
            .filter(it -> of.fixture().isAsync() || it.driven() || it.bindsLater())
            .findFirst()
            .map(
                it -> use(test, loop, of.fixture(), ForeignLoop.of(it.thing().onAnotherLoop()), it))
            .map(ForeignUse::waiting)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean isAmong(Set<Part> parts, String parameter) {
    return parts.stream()
        .anyMatch(it -> it instanceof Part.Parameter of && of.name().equals(parameter));
  }

  /**
   * Whether what a fixture leaves may be bound to another loop than a test's. A fixture that
   * outlives its own loop is not even set up. What a synchronous one leaves is bound to the loop
   * that it ran by hand, or to that of whoever uses it first.
   */
  private boolean isForeign(Fixture fixture, Scope loop, Test test) {
    Optional<Scope> scope = fixture.scope().toOptional();
    if (scope.isEmpty()) {
      return false;
    }
    if (!fixture.isAsync()) {
      return fixture.kind().isKnown() && isForeign(fixture, scope.orElseThrow(), loop);
    }
    Optional<Scope> its = model.loopScope(fixture).toOptional();
    return its.isPresent()
        && its.orElseThrow() != loop
        && !scope.orElseThrow().widerThan(its.orElseThrow())
        && model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO);
  }

  private boolean isForeign(Fixture fixture, Scope scope, Scope loop) {
    boolean driven = model.left(fixture).held().stream().anyMatch(Left.Held::driven);
    boolean onTheirLoop = fixture.requested().contains("event_loop") && !overridesAreIgnored;
    return driven ? !onTheirLoop : scope.widerThan(loop);
  }

  /** What a fixture leaves where tests find it without its value. */
  private Optional<ForeignUse> heldElsewhere(Test test, Scope loop, Fixture fixture) {
    Left left = model.left(fixture);
    Map<Left.Held, ForeignUse> found = new LinkedHashMap<>();
    for (Left.Held held : left.mayBeBound(Left.Holder.SHARED)) {
      if (waitsFor(test, held)
          && (fixture.isAsync() || held.driven() || held.bindsLater())
          && !isKeptAnew(test, fixture, held.place().orElseThrow())) {
        ForeignLoop foreign = ForeignLoop.of(held.thing().onAnotherLoop());
        found.put(held, use(test, loop, fixture, foreign, held));
      }
    }
    if (fixture.isAsync()) {
      for (Left.Held held : left.bound(Left.Holder.LOOP)) {
        if (left.valueless() || mayBeAsked(test, fixture, held)) {
          found.put(held, use(test, loop, fixture, ForeignLoop.STANDS_STILL, held));
        }
      }
      for (Left.Held held : left.bound(Left.Holder.LIBRARY)) {
        found.put(held, use(test, loop, fixture, ForeignLoop.DEPENDS, held));
      }
    }
    return found.values().stream().min(WORST);
  }

  /** Whether a fixture gives no more than the address of its server, and a test waits with it. */
  private boolean mayBeAsked(Test test, Fixture fixture, Left.Held held) {
    Left left = model.left(fixture);
    return held.thing().kind() == Thing.Kind.SERVER
        && left.unread().isEmpty()
        && left.bound(Left.Holder.VALUE).isEmpty()
        && isAmong(model.waits(test), fixture.name());
  }

  /** Whether a fixture that is set up later puts something else there. */
  private boolean isKeptAnew(Test test, Fixture fixture, Part.Kept place) {
    List<Fixture> all = model.closure(test).fixtures();
    return all.subList(all.indexOf(fixture) + 1, all.size()).stream()
        .anyMatch(
            it ->
                model.keeps(it).stream()
                    .anyMatch(
                        other -> other.path().size() <= place.path().size() && other.isAt(place)));
  }

  private boolean waitsFor(Test test, Left.Held held) {
    return model.waits(test).stream()
        .anyMatch(it -> it instanceof Part.Kept of && of.isAt(held.place().orElseThrow()));
  }

  private ForeignUse use(
      Test test, Scope loop, Fixture fixture, ForeignLoop foreign, Left.Held held) {
    return new ForeignUse(
        test,
        loop,
        fixture,
        itsLoop(fixture),
        test.requested().contains(fixture.name()) ? Optional.of(fixture.name()) : Optional.empty(),
        foreign,
        held.holder() == Left.Holder.SHARED,
        held.bindsLater() && !held.driven(),
        Optional.of("`" + held.place().map(it -> it.name()).orElse(held.thing().name()) + "`"));
  }

  private Optional<Scope> itsLoop(Fixture fixture) {
    return fixture.isAsync() ? model.loopScope(fixture).toOptional() : Optional.empty();
  }
}
