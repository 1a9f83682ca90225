package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.Given;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      case RETURNS, YIELDS -> kind(fixture.file(), given.only().orElseThrow(), DEPTH);
      case SEVERAL -> OnAnotherLoop.UNKNOWN;
      // Without a value, what it opens may be kept anywhere.
      case NOTHING -> works(fixture) ? OnAnotherLoop.UNKNOWN : OnAnotherLoop.NOTHING;
    };
  }

  private static boolean works(Fixture fixture) {
    return FunctionCode.of(fixture.file(), fixture.function()).places().stream()
        .anyMatch(it -> it.node() instanceof Call || it.node() instanceof Await);
  }

  private OnAnotherLoop kind(SourceFile file, Expression expression, int depth) {
    if (depth == 0) {
      return OnAnotherLoop.UNKNOWN;
    }
    if (expression instanceof Await await) {
      return kind(file, await.value(), depth - 1);
    }
    if (expression instanceof Literal || expression instanceof FormattedText) {
      return OnAnotherLoop.NOTHING;
    }
    if (expression instanceof Display display && !(expression instanceof Comprehension)) {
      return elements(file, display, depth);
    }
    if (expression instanceof Call call) {
      return called(file, call, depth);
    }
    Resolution resolution = resolver.resolve(file, expression);
    if (resolution instanceof Resolution.Value value && value.expression() != expression) {
      return kind(value.file(), value.expression(), depth - 1);
    }
    return resolution instanceof Resolution.Entered entered
        ? kind(entered.file(), entered.context(), depth - 1)
        : OnAnotherLoop.UNKNOWN;
  }

  /** A container is as its worst element. */
  private OnAnotherLoop elements(SourceFile file, Display display, int depth) {
    List<OnAnotherLoop> kinds = new ArrayList<>();
    display.forEachChild(
        child -> {
          if (child instanceof Expression element) {
            kinds.add(kind(file, element, depth - 1));
          } else {
            kinds.add(OnAnotherLoop.UNKNOWN);
          }
        });
    if (kinds.stream().allMatch(it -> it == OnAnotherLoop.NOTHING)) {
      return OnAnotherLoop.NOTHING;
    }
    return kinds.contains(OnAnotherLoop.BREAKS) ? OnAnotherLoop.BREAKS : OnAnotherLoop.UNKNOWN;
  }

  private OnAnotherLoop called(SourceFile file, Call call, int depth) {
    Optional<String> name = resolver.qualifiedName(file, call.function());
    if (name.isPresent()) {
      return known.made(name.orElseThrow(), file, call);
    }
    // What a method of a resource gives is bound to the same loop.
    if (call.function() instanceof Attribute attribute) {
      return kind(file, attribute.value(), depth - 1);
    }
    return resolver.resolve(file, call.function()) instanceof Resolution.Value factory
            && factory.expression() instanceof Call made
        ? known.madeBySession(factory.file(), made)
        : OnAnotherLoop.UNKNOWN;
  }
}
