package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.Given;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.resource.OnAnotherLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which fixtures of pytest-asyncio a function gets hold of by its parameters, itself or through
 * synchronous fixtures, unless these give a mere constant. A fixture that gives nothing hands
 * nothing over. What an async fixture in between does with others is its own matter.
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
      Set<Fixture> seen = new HashSet<>();
      Deque<String> names = new ArrayDeque<>(List.of(parameter));
      while (!names.isEmpty()) {
        Optional<Fixture> found = closure.fixture(names.pop()).filter(seen::add);
        if (found.isEmpty()) {
          continue;
        }
        Fixture fixture = found.orElseThrow();
        if (fixture.given().kind() == Given.Kind.NOTHING) {
          continue;
        }
        Optional<Scope> loop = model.loopScope(fixture).toOptional();
        // pytest-asyncio gives a synchronous fixture a loop too, but runs nothing of it there.
        if (loop.isPresent() && fixture.isAsync()) {
          held.add(new Held(fixture, loop.orElseThrow(), parameter));
        } else if (!fixture.isAsync() && model.resource(fixture) != OnAnotherLoop.NOTHING) {
          names.addAll(fixture.requested());
        }
      }
    }
    return held;
  }

  /** The parameter of a function with this name. */
  public static Optional<Parameter> parameter(FunctionDef function, String name) {
    return function.parameters().stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
