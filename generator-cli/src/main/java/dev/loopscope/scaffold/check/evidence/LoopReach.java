package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.Given;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.resource.left.Left;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which fixtures of pytest-asyncio a function gets hold of by its parameters: itself, or through
 * fixtures whose values hold theirs. A fixture that gives nothing hands nothing over.
 */
public final class LoopReach {
  private final SuiteModel model;

  /** Of the fixtures of a suite. */
  public LoopReach(SuiteModel model) {
    this.model = model;
  }

  /**
   * A fixture, and how a function gets it.
   *
   * @param fixture run by pytest-asyncio
   * @param loop its loop scope
   * @param parameter the function's parameter that it comes through
   */
  public record Held(Fixture fixture, Scope loop, String parameter) {}

  /**
   * The fixtures of pytest-asyncio behind these parameters.
   *
   * @param closure what is set up for the function
   */
  public List<Held> behind(List<String> parameters, Closure closure) {
    List<Held> held = new ArrayList<>();
    for (String parameter : parameters) {
      for (Fixture fixture : behind(parameter, closure)) {
        // pytest-asyncio gives a synchronous fixture a loop too, but runs nothing of it there.
        model
            .loopScope(fixture)
            .toOptional()
            .filter(unused -> fixture.isAsync())
            .ifPresent(loop -> held.add(new Held(fixture, loop, parameter)));
      }
    }
    return held;
  }

  /** The project's fixtures whose values, or what they hold, come through a parameter. */
  public Set<Fixture> behind(String parameter, Closure closure) {
    Set<Fixture> seen = new LinkedHashSet<>();
    Deque<String> names = new ArrayDeque<>(List.of(parameter));
    while (!names.isEmpty()) {
      Optional<Fixture> found =
          closure
              .fixture(names.pop())
              .filter(it -> it.given().kind() != Given.Kind.NOTHING)
              .filter(seen::add);
      found.ifPresent(it -> names.addAll(handedOn(it)));
    }
    return seen;
  }

  private Collection<String> handedOn(Fixture fixture) {
    Left left = model.left(fixture);
    // What is not read of a synchronous fixture may be what it requests.
    return left.unread().isPresent() && !fixture.isAsync()
        ? fixture.requested()
        : left.parameters();
  }

  /** The parameter of a function with this name. */
  public static Optional<Parameter> parameter(FunctionDef function, String name) {
    return function.parameters().stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
