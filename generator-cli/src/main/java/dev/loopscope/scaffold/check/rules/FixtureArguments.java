package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.Fixture;
import java.util.List;
import java.util.Optional;

/** What a fixture's decorator is called with. */
final class FixtureArguments {
  private FixtureArguments() {}

  /** The call of the decorator; nothing if it stands bare. */
  static Optional<Call> call(Fixture fixture) {
    return fixture.decorator() instanceof Call call ? Optional.of(call) : Optional.empty();
  }

  /** The keyword arguments of the decorator; one without a name is {@code **mapping}. */
  static List<Keyword> keywords(Fixture fixture) {
    return call(fixture).map(Call::keywords).orElse(List.of());
  }

  /** A keyword argument of the decorator that is written out. */
  static Optional<Keyword> keyword(Fixture fixture, String name) {
    return keywords(fixture).stream()
        .filter(it -> it.name().filter(name::equals).isPresent())
        .findFirst();
  }
}
