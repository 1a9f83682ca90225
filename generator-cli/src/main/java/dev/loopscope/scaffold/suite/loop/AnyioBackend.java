package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.ProvidedFixtures;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What {@code anyio_backend} gives to one test.
 *
 * @param scope the scope it has there
 * @param names the backends, one for each item of the test, in order
 * @param certain whether every run has these items, each on its backend: no body of a fixture, no
 *     mark of a parameter and no missing trio can change it
 * @param fixture the project's fixture of that name; absent for anyio's own and for parameters
 * @param parametrization the mark that gives it its values directly
 */
public record AnyioBackend(
    Scope scope,
    List<String> names,
    boolean certain,
    Optional<Fixture> fixture,
    Optional<Parametrization> parametrization) {
  /** The fixture that gives a test its backend. */
  public static final String NAME = ProvidedFixtures.ANYIO_BACKEND;

  /** The backend that runs on an event loop of asyncio. */
  public static final String ASYNCIO = "asyncio";

  /** The backend that runs on trio. */
  public static final String TRIO = "trio";

  public AnyioBackend {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no backend");
    }
  }

  /** The same, but some run may be another. */
  AnyioBackend uncertain() {
    return new AnyioBackend(scope, names, false, fixture, parametrization);
  }

  /** The same for each of so many items, which all run on the first backend. */
  AnyioBackend times(int items) {
    return new AnyioBackend(
        scope, Collections.nCopies(items, first()), certain, fixture, parametrization);
  }

  /** The backend of the first item. */
  public String first() {
    return names.get(0);
  }

  /** Whether items of the test ask for different backends. */
  public boolean several() {
    return names.stream().distinct().count() > 1;
  }

  /** Whether an item of the test asks for another backend than this one. */
  public boolean asksForOtherThan(String name) {
    return names.stream().anyMatch(it -> !it.equals(name));
  }

  /** Whether items stand apart in the order of the run, because the parameter is a shared one. */
  public boolean groupsItems() {
    return scope != Scope.FUNCTION && names.size() > 1;
  }
}
