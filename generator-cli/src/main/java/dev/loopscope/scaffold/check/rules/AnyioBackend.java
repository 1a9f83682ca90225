package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.suite.Fixture;
import dev.loopscope.scaffold.suite.Parametrization;
import dev.loopscope.scaffold.suite.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What {@code anyio_backend} gives to one test.
 *
 * @param scope the scope it has there
 * @param names the backends, one for each item of the test, in order
 * @param fixture the project's fixture of that name; absent for anyio's own and for parameters
 * @param parametrization the mark that gives it its values directly
 */
record AnyioBackend(
    Scope scope,
    List<String> names,
    Optional<Fixture> fixture,
    Optional<Parametrization> parametrization) {
  static final String NAME = "anyio_backend";
  static final String ASYNCIO = "asyncio";
  static final String TRIO = "trio";

  AnyioBackend {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no backend");
    }
  }

  /** The backend of the first item. */
  String first() {
    return names.get(0);
  }

  /** Whether items of the test ask for different backends. */
  boolean several() {
    return names.stream().distinct().count() > 1;
  }

  /** Whether an item of the test asks for another backend than this one. */
  boolean asksForOtherThan(String name) {
    return names.stream().anyMatch(it -> !it.equals(name));
  }

  /** Whether items stand apart in the order of the run, because the parameter is a shared one. */
  boolean groupsItems() {
    return scope != Scope.FUNCTION && names.size() > 1;
  }
}
