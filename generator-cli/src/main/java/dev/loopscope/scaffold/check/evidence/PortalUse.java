package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.resource.left.Served;
import dev.loopscope.scaffold.suite.resource.left.Started;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Request;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A test that has to do with both the loop of the plugin and the one that a client runs its
 * application on.
 *
 * @param test the test
 * @param client the client
 * @param request the request whose answer waits for what a fixture made; empty if the test waits
 *     for what the application made
 * @param fixture the fixture that made the thing, or that holds the client
 * @param thing what is used on another loop than its own
 */
public record PortalUse(
    Test test, Part.Client client, Optional<Request> request, Fixture fixture, Thing thing) {
  /** Those of a test, one for each thing. */
  public static List<PortalUse> of(Test test, SuiteModel model) {
    List<PortalUse> found = new ArrayList<>();
    Set<Thing> seen = new HashSet<>();
    for (Served served : requests(test, model)) {
      for (Part part : served.waits()) {
        if (part instanceof Part.OfFixture it
            && it.made().certain()
            && isOfItsLoop(it, test, model)
            && seen.add(it.made().thing())) {
          found.add(
              new PortalUse(
                  test,
                  served.portal().orElseThrow(),
                  Optional.of(served.request()),
                  it.fixture(),
                  it.made().thing()));
        }
      }
    }
    if (LiveTests.onAsyncio(test, model)) {
      for (Started started : model.started(test)) {
        boolean waits =
            model.waits(test).stream()
                .anyMatch(it -> it instanceof Part.Shared p && p.isAt(started.place()));
        if (waits
            && started.thing().onAnotherLoop().isBound()
            && !started.thing().lazy()
            && seen.add(started.thing())) {
          found.add(
              new PortalUse(
                  test, started.client(), Optional.empty(), started.fixture(), started.thing()));
        }
      }
    }
    return found;
  }

  /** The requests of a test, and of fixtures of its own, that a client answers on its loop. */
  static List<Served> requests(Test test, SuiteModel model) {
    if (!model.mentions("TestClient") && !model.mentions("test_client(")) {
      return List.of();
    }
    List<Served> all = new ArrayList<>(model.served(test));
    for (Fixture fixture : model.closure(test).fixtures()) {
      if (fixture.scope().is(Scope.FUNCTION)) {
        all.addAll(model.served(fixture, test));
      }
    }
    return all.stream().filter(it -> it.portal().isPresent()).toList();
  }

  /** Whether a fixture bound a thing on its own loop. */
  private static boolean isOfItsLoop(Part.OfFixture part, Test test, SuiteModel model) {
    Thing thing = part.made().thing();
    Fixture fixture = part.fixture();
    if (!thing.onAnotherLoop().isBound()) {
      return false;
    }
    boolean binds =
        model.left(fixture).held().stream()
            .filter(it -> it.thing().equals(thing))
            .anyMatch(it -> !it.bindsLater());
    return binds && (part.made().driven() || LiveTests.onAsyncio(fixture, test, model));
  }

  /** What is to be expected. */
  public ForeignLoop foreign() {
    return ForeignLoop.of(thing.onAnotherLoop());
  }

  /** Where the test sends the request, or else the test's name. */
  public Location location() {
    return request
        .filter(it -> it.file().path().equals(test.file().path()))
        .filter(it -> test.function().start() <= it.call().start())
        .filter(it -> it.call().end() <= test.function().end())
        .map(it -> it.file().location(it.call()))
        .orElseGet(test::location);
  }
}
