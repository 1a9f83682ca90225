package dev.loopscope.scaffold.suite;

import java.util.List;
import java.util.Optional;

/**
 * A fixture of the project or of a plugin, as it is registered under a name.
 *
 * @param fixture the project's fixture; empty for one of a plugin
 */
record Definition(
    String name,
    Optional<Scope> scope,
    List<String> requested,
    boolean autouse,
    Optional<Fixture> fixture) {
  Definition {
    requested = List.copyOf(requested);
  }

  static Definition of(Fixture fixture) {
    return new Definition(
        fixture.name(),
        fixture.scope().toOptional(),
        fixture.requested(),
        fixture.isAutouse(),
        Optional.of(fixture));
  }

  static Definition provided(String name, Scope scope, String... requested) {
    return new Definition(name, Optional.of(scope), List.of(requested), false, Optional.empty());
  }
}
