package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the body of a project's {@code anyio_backend} gives.
 *
 * @param fixture the fixture
 */
public record BackendFixture(Fixture fixture) {
  /** The body of a fixture. */
  public static BackendFixture of(Fixture fixture) {
    return new BackendFixture(fixture);
  }

  /** What it returns or yields, if its body does nothing else. */
  public Optional<Expression> given() {
    List<Statement> body = fixture.function().body();
    int first = !body.isEmpty() && isDocstring(body.get(0)) ? 1 : 0;
    if (body.size() != first + 1) {
      return Optional.empty();
    }
    if (body.get(first) instanceof Return statement) {
      return statement.value();
    }
    return body.get(first) instanceof ExpressionStatement statement
            && statement.value() instanceof Yield yield
        ? yield.value()
        : Optional.empty();
  }

  private static boolean isDocstring(Statement statement) {
    return statement instanceof ExpressionStatement expression
        && expression.value() instanceof StringLiteral;
  }

  /** What its one {@code return} or {@code yield} gives, whatever else the body does. */
  public Optional<Expression> result() {
    List<Optional<Expression>> results = new ArrayList<>();
    List<Node> nodes = FunctionCode.of(fixture.file(), fixture.function()).nodes();
    for (Node node : nodes) {
      if (node instanceof Return it) {
        results.add(it.value());
      } else if (node instanceof Yield it) {
        results.add(it.value());
      }
    }
    return results.size() == 1
        ? results.get(0).map(it -> it instanceof Name name ? assigned(nodes, name) : it)
        : Optional.empty();
  }

  /** The value of a variable that is assigned once; otherwise its name. */
  private static Expression assigned(List<Node> nodes, Name name) {
    List<Expression> values = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Assign it && it.targets().stream().anyMatch(t -> isNamed(t, name))) {
        values.add(it.value());
      } else if (node instanceof AnnAssign it && isNamed(it.target(), name)) {
        it.value().ifPresent(values::add);
      }
    }
    return values.size() == 1 ? values.get(0) : name;
  }

  private static boolean isNamed(Expression target, Name name) {
    return target instanceof Name it && it.id().equals(name.id());
  }

  /** Whether it gives what {@code request.param} holds. */
  public boolean givesParameter() {
    return result()
        .filter(
            it ->
                it instanceof Attribute attribute
                    && attribute.attr().equals("param")
                    && attribute.value() instanceof Name name
                    && name.id().equals("request"))
        .isPresent();
  }
}
