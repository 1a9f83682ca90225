package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.module.Resolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The closures of a suite's tests and fixtures, each found once. Safe for several threads. */
final class Closures {
  private final ReadSuite suite;
  private final Predicate<Test> usesBackend;
  private final DynamicRequests dynamicRequests;
  private final Map<Test, Closure> ofTests = new ConcurrentHashMap<>();
  private final Map<Fixture, Closure> ofFixtures = new ConcurrentHashMap<>();
  private final Lazy<Map<Fixture, List<Test>>> users = new Lazy<>(this::findUsers);

  /**
   * Of a suite.
   *
   * @param usesBackend which tests anyio's plugin marks with {@code usefixtures("anyio_backend")}
   *     when they are collected
   */
  Closures(ReadSuite suite, Resolver resolver, Predicate<Test> usesBackend) {
    this.suite = suite;
    this.usesBackend = usesBackend;
    this.dynamicRequests = new DynamicRequests(resolver);
  }

  Closure of(Test test) {
    return ofTests.computeIfAbsent(test, this::find);
  }

  private Closure find(Test test) {
    Place place = place(test);
    List<String> requested = new ArrayList<>(place.autouseNames());
    if (usesBackend.test(test)) {
      requested.add(Backends.FIXTURE);
    }
    requested.addAll(test.usefixtures());
    requested.addAll(test.requested());
    DynamicRequests.Names asked = dynamicRequests.of(test);
    // Where parameters or usefixtures could not be read, anything may be set up.
    boolean computed = asked.computed() || test.unknownParameters().isPresent();
    return new ClosureFinder(place, direct(test), dynamicRequests)
        .closure(requested, new DynamicRequests.Names(asked.names(), computed));
  }

  /** As seen from where the fixture is registered first. */
  Closure of(Fixture fixture) {
    return ofFixtures.computeIfAbsent(fixture, it -> find(it, place(it), List.of()));
  }

  Closure of(Fixture fixture, Test test) {
    return find(fixture, place(test), direct(test));
  }

  private Closure find(Fixture fixture, Place place, Collection<String> direct) {
    return new ClosureFinder(place, direct, dynamicRequests)
        .closure(fixture, dynamicRequests.of(fixture));
  }

  private static List<String> direct(Test test) {
    return test.parametrizations().stream().flatMap(it -> it.direct().stream()).toList();
  }

  /** The project's fixture that a name stands for in a test. */
  Optional<Fixture> nearest(String name, Test test) {
    return nearest(place(test), name);
  }

  /** The project's fixture that a name stands for where another fixture is registered first. */
  Optional<Fixture> nearest(String name, Fixture fixture) {
    return nearest(place(fixture), name);
  }

  private static Optional<Fixture> nearest(Place place, String name) {
    Place.Found found = place.find(name);
    return found.unknown().isPresent() || found.definitions().isEmpty()
        ? Optional.empty()
        : found.definitions().get(found.definitions().size() - 1).fixture();
  }

  private Place place(Test test) {
    Place place = suite.places().get(test);
    if (place == null) {
      throw new IllegalArgumentException(test + " is not of this suite");
    }
    return place;
  }

  private Place place(Fixture fixture) {
    Place place = suite.fixturePlaces().get(fixture);
    if (place == null) {
      throw new IllegalArgumentException(fixture + " is not of this suite");
    }
    return place;
  }

  /** The tests that have a fixture in their closure. */
  List<Test> users(Fixture fixture) {
    return users.get().getOrDefault(fixture, List.of());
  }

  private Map<Fixture, List<Test>> findUsers() {
    Map<Fixture, List<Test>> byFixture = new HashMap<>();
    for (Test test : suite.tests()) {
      for (Fixture fixture : of(test).fixtures()) {
        byFixture.computeIfAbsent(fixture, it -> new ArrayList<>()).add(test);
      }
    }
    byFixture.replaceAll((fixture, tests) -> List.copyOf(tests));
    return byFixture;
  }
}
