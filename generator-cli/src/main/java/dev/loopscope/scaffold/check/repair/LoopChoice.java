package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.evidence.RequestedLoop;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Which loop a draft means for what is not async yet.
 *
 * @param groups what must run on one loop
 * @param assumed the defaults that the draft sets
 * @param stated whether wide fixtures are to state their loop scope, whatever the default is
 * @param whole the scope of the one loop of the suite, if it is to have one
 */
record LoopChoice(List<LoopGroup> groups, Assumed assumed, boolean stated, Optional<Scope> whole) {
  LoopChoice {
    groups = List.copyOf(groups);
  }

  /** That of its group, else of the suite, else its own. */
  Scope of(Fixture fixture) {
    return groups.stream()
        .filter(it -> it.fixtures().contains(fixture))
        .findFirst()
        .map(this::of)
        .or(() -> whole)
        .orElseGet(() -> fixture.scope().toOptional().orElse(Scope.SESSION));
  }

  /** That of the group of its fixtures, else the widest that one of them needs. */
  Scope of(Test test) {
    List<Fixture> fixtures =
        assumed.model().closure(test).fixtures().stream()
            .filter(it -> it.isAsync() || it.requested().contains(RequestedLoop.NAME))
            .filter(it -> !it.name().equals(RequestedLoop.NAME))
            .toList();
    Scope scope = assumed.asAsync(test).orElse(Scope.FUNCTION);
    for (Fixture fixture : fixtures) {
      Scope its = of(fixture);
      scope = its.widerThan(scope) ? its : scope;
    }
    return scope;
  }

  private Scope of(LoopGroup group) {
    return assumed.agrees(group)
        ? assumed.loopScope(group.tests().get(0)).orElse(Scope.SESSION)
        : whole.orElseGet(() -> group.scope(assumed.model()));
  }
}
