package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.suite.code.OwnNodes;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.Resolution;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what fixtures give: the value of their one {@code yield} or {@code return}. */
public final class Resources {
  private static final int DEPTH = 8;

  private final Resolver resolver;
  private final KnownResources known;

  /** A reader that follows names with {@code resolver}. */
  public Resources(Resolver resolver) {
    this.resolver = resolver;
    this.known = new KnownResources(resolver);
  }

  /** What becomes of a fixture's value on another loop. */
  public ResourceKind of(Fixture fixture) {
    List<Optional<Expression>> results = new ArrayList<>();
    boolean works = false;
    for (Node node : OwnNodes.of(fixture.function())) {
      if (node instanceof Yield it) {
        results.add(it.value());
      } else if (node instanceof Return it && it.value().isPresent()) {
        results.add(it.value());
      }
      works |= node instanceof Call || node instanceof Await;
    }
    Optional<Expression> value =
        results.size() == 1 ? results.get(0) : Optional.<Expression>empty();
    if (results.size() > 1) {
      return ResourceKind.UNKNOWN;
    }
    if (value.isEmpty()) {
      // Without a value, what it opens may be kept anywhere.
      return works ? ResourceKind.UNKNOWN : ResourceKind.NOTHING;
    }
    return kind(fixture.file(), value.orElseThrow(), DEPTH);
  }

  private ResourceKind kind(SourceFile file, Expression expression, int depth) {
    if (depth == 0) {
      return ResourceKind.UNKNOWN;
    }
    if (expression instanceof Await await) {
      return kind(file, await.value(), depth - 1);
    }
    if (expression instanceof Literal || expression instanceof FormattedText) {
      return ResourceKind.NOTHING;
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
        : ResourceKind.UNKNOWN;
  }

  /** A container is as its worst element. */
  private ResourceKind elements(SourceFile file, Display display, int depth) {
    List<ResourceKind> kinds = new ArrayList<>();
    display.forEachChild(
        child -> {
          if (child instanceof Expression element) {
            kinds.add(kind(file, element, depth - 1));
          } else {
            kinds.add(ResourceKind.UNKNOWN);
          }
        });
    if (kinds.stream().allMatch(it -> it == ResourceKind.NOTHING)) {
      return ResourceKind.NOTHING;
    }
    return kinds.contains(ResourceKind.BREAKS) ? ResourceKind.BREAKS : ResourceKind.UNKNOWN;
  }

  private ResourceKind called(SourceFile file, Call call, int depth) {
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
        : ResourceKind.UNKNOWN;
  }
}
