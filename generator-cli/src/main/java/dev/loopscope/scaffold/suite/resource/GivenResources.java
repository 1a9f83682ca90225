package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.Given;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.Opening.Manner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what fixtures give: the value of their one {@code yield} or {@code return}. */
public final class GivenResources {
  private static final int DEPTH = 8;

  private final Resolver resolver;
  private final KnownResources known;

  /** A reader that follows names with {@code resolver}. */
  public GivenResources(Resolver resolver) {
    this.resolver = resolver;
    this.known = new KnownResources(resolver);
  }

  /** What becomes of a fixture's value on another loop. */
  public OnAnotherLoop of(Fixture fixture) {
    Given given = fixture.given();
    return switch (given.kind()) {
      case RETURNS, YIELDS -> {
        Expression only = given.only().orElseThrow();
        Opening opening = new Opening(Manner.CALLED, methods(fixture, only));
        yield kind(fixture.file(), only, DEPTH, opening);
      }
      case SEVERAL -> OnAnotherLoop.UNKNOWN;
      // Without a value, what it opens may be kept anywhere.
      case NOTHING -> works(fixture) ? OnAnotherLoop.UNKNOWN : OnAnotherLoop.NOTHING;
    };
  }

  private static boolean works(Fixture fixture) {
    return FunctionCode.of(fixture.file(), fixture.function()).places().stream()
        .anyMatch(it -> it.node() instanceof Call || it.node() instanceof Await);
  }

  /** The methods that a fixture calls of what it gives. */
  private static Map<String, Call> methods(Fixture fixture, Expression given) {
    Map<String, Call> methods = new HashMap<>();
    if (given instanceof Name name) {
      for (FunctionCode.Place place :
          FunctionCode.of(fixture.file(), fixture.function()).places()) {
        if (place.node() instanceof Call call
            && call.function() instanceof Attribute method
            && method.value() instanceof Name owner
            && owner.id().equals(name.id())) {
          methods.putIfAbsent(method.attr(), call);
        }
      }
    }
    return methods;
  }

  private OnAnotherLoop kind(SourceFile file, Expression expression, int depth, Opening opening) {
    if (depth == 0) {
      return OnAnotherLoop.UNKNOWN;
    }
    if (expression instanceof Await await) {
      return kind(file, await.value(), depth - 1, opening.in(Manner.AWAITED));
    }
    if (expression instanceof Literal || expression instanceof FormattedText) {
      return OnAnotherLoop.NOTHING;
    }
    if (expression instanceof Display display && !(expression instanceof Comprehension)) {
      return elements(file, display, depth);
    }
    if (expression instanceof Call call) {
      return called(file, call, depth, opening);
    }
    Resolution resolution = resolver.resolve(file, expression);
    if (resolution instanceof Resolution.Value value && value.expression() != expression) {
      return kind(value.file(), value.expression(), depth - 1, opening);
    }
    return resolution instanceof Resolution.Entered entered
        ? kind(
            entered.file(),
            entered.context(),
            depth - 1,
            opening.in(entered.async() ? Manner.ENTERED_ASYNC : Manner.ENTERED))
        : OnAnotherLoop.UNKNOWN;
  }

  /** A container is as its worst element. */
  private OnAnotherLoop elements(SourceFile file, Display display, int depth) {
    List<OnAnotherLoop> kinds = new ArrayList<>();
    display.forEachChild(
        child -> {
          if (child instanceof Expression element) {
            kinds.add(kind(file, element, depth - 1, Opening.CALLED));
          } else {
            kinds.add(OnAnotherLoop.UNKNOWN);
          }
        });
    if (kinds.stream().allMatch(it -> it == OnAnotherLoop.NOTHING)) {
      return OnAnotherLoop.NOTHING;
    }
    return kinds.contains(OnAnotherLoop.BREAKS) ? OnAnotherLoop.BREAKS : OnAnotherLoop.UNKNOWN;
  }

  private OnAnotherLoop called(SourceFile file, Call call, int depth, Opening opening) {
    if (known.name(file, call).isPresent()) {
      return known.made(file, call, opening);
    }
    if (resolver.qualifiedName(file, call.function()).isPresent()) {
      return OnAnotherLoop.UNKNOWN;
    }
    // What a method of a resource gives is bound to the same loop.
    if (call.function() instanceof Attribute attribute) {
      return kind(file, attribute.value(), depth - 1, Opening.CALLED);
    }
    // So is what a factory gives that holds one, such as a session maker with its engine.
    return resolver.resolve(file, call.function()) instanceof Resolution.Value factory
            && factory.expression() instanceof Call made
            && known.held(factory.file(), made).isPresent()
        ? known.made(factory.file(), made, Opening.CALLED)
        : OnAnotherLoop.UNKNOWN;
  }
}
