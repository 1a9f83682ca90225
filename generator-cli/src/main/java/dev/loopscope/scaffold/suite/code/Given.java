package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.Constant;
import dev.loopscope.scaffold.python.tree.Literal.NamedConstant;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.python.tree.Suspension.YieldFrom;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.name.PlacedBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a function gives to whoever calls it, and a fixture to whoever requests it. The one reading
 * of it that all readers share. Code that never runs gives nothing, and what a generator returns
 * reaches nobody.
 */
public final class Given {
  private final SourceFile file;
  private final FunctionDef function;
  private final List<FunctionCode.Place> places;
  private final List<Value> values;
  private final boolean delegated;

  private Given(SourceFile file, FunctionDef function) {
    this.file = file;
    this.function = function;
    this.places = FunctionCode.of(file, function).places();
    boolean yields = FunctionKind.of(file, function).yields();
    List<Value> found = new ArrayList<>();
    for (FunctionCode.Place place : places) {
      if (yields && place.node() instanceof Yield it) {
        found.add(new Value(place, it.value().filter(value -> !isNone(value))));
      } else if (!yields && place.node() instanceof Return it) {
        found.add(new Value(place, it.value().filter(value -> !isNone(value))));
      }
    }
    this.values = List.copyOf(found);
    this.delegated = places.stream().anyMatch(it -> it.node() instanceof YieldFrom);
  }

  /** What a function of a file gives; read at the first call, and kept. */
  public static Given of(SourceFile file, FunctionDef function) {
    return file.known(function, Given.class, () -> new Given(file, function));
  }

  /** How much of it there is. */
  public enum Kind {
    /** {@code None}, whichever way the function ends. */
    NOTHING,
    /** The value of its one {@code return}. */
    RETURNS,
    /** The value of its one {@code yield}. */
    YIELDS,
    /** One of several values, {@code None} among them, or what another generator yields. */
    SEVERAL
  }

  /**
   * What one {@code return} or {@code yield} gives.
   *
   * @param place the statement or expression that gives it: whether it runs, what guards it, and
   *     the {@code with} blocks that it is given out of
   * @param expression as it is written; empty for {@code None}, written or not
   */
  public record Value(FunctionCode.Place place, Optional<Expression> expression) {}

  /** How much it gives. */
  public Kind kind() {
    if (delegated) {
      return Kind.SEVERAL;
    }
    if (values.stream().allMatch(it -> it.expression().isEmpty())) {
      return Kind.NOTHING;
    }
    if (values.size() > 1) {
      return Kind.SEVERAL;
    }
    return values.get(0).place().node() instanceof Yield ? Kind.YIELDS : Kind.RETURNS;
  }

  /** Everything that it may give, in the order of the text. */
  public List<Value> values() {
    return values;
  }

  /** What its one {@code return} or {@code yield} gives; empty if that is not one, or nothing. */
  public Optional<Expression> only() {
    return kind() == Kind.RETURNS || kind() == Kind.YIELDS
        ? values.get(0).expression()
        : Optional.empty();
  }

  /** The same, if the function does nothing else. */
  public Optional<Expression> alone() {
    List<Statement> body = function.body();
    int first = !body.isEmpty() && isDocstring(body.get(0)) ? 1 : 0;
    boolean single =
        body.size() == first + 1
            && (body.get(first) instanceof Return
                || (body.get(first) instanceof ExpressionStatement it
                    && it.value() instanceof Yield));
    return single ? only() : Optional.empty();
  }

  /** The same as {@link #only}, or, if that is a variable that is set once, what it is set to. */
  public Optional<Expression> origin() {
    return only().map(this::origin);
  }

  private Expression origin(Expression given) {
    if (!(given instanceof Name name)) {
      return given;
    }
    List<PlacedBinding> found =
        file.names()
            .module()
            .innermost(name.start())
            .candidates(name.id(), name.start(), star -> false);
    return found.size() == 1 && found.get(0).binding() instanceof Binding.Assigned it
        ? it.value()
        : given;
  }

  /** Whether it gives what {@code request.param} holds. */
  public boolean isParameter() {
    return origin()
        .filter(
            it ->
                it instanceof Attribute attribute
                    && attribute.attr().equals("param")
                    && attribute.value() instanceof Name name
                    && name.id().equals("request"))
        .isPresent();
  }

  /** What stands before a value and in it: of a fixture, its setup. */
  public List<FunctionCode.Place> before(Value value) {
    return places.stream()
        .filter(it -> !SameNode.is(it.node(), value.place().node()) && !isBehind(it.node(), value))
        .toList();
  }

  /** What stands behind a value, and what the {@code yield} is a part of: a fixture's teardown. */
  public List<FunctionCode.Place> behind(Value value) {
    return places.stream()
        .filter(it -> !SameNode.is(it.node(), value.place().node()) && isBehind(it.node(), value))
        .toList();
  }

  private static boolean isBehind(Node node, Value value) {
    Node giving = value.place().node();
    boolean around = node.start() <= giving.start() && node.end() >= giving.end();
    return node.start() >= giving.end() || (around && node instanceof Expression);
  }

  /** Whether an expression is {@code None}, which says what leaving it out says. */
  public static boolean isNone(Expression value) {
    return value instanceof NamedConstant it && it.constant() == Constant.NONE;
  }

  private static boolean isDocstring(Statement statement) {
    return statement instanceof ExpressionStatement it && it.value() instanceof StringLiteral;
  }
}
