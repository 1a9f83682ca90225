package dev.loopscope.scaffold.suite.mark;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A function of the project that a decorator is, or calls, and that plainly puts marks on what it
 * decorates: {@code return pytest.mark.slow(function)}, one such call in another, or a function
 * that returns a mark, such a function, or a lambda of it. What its parameters decide is not plain.
 */
final class MarkingFunction {
  private MarkingFunction() {}

  /** The expressions that it calls with the function, the first to be called first. */
  static Optional<List<Expression>> applied(FunctionDef decorator) {
    return plain(decorator, new HashSet<>());
  }

  /** The same of the decorator that a call of it returns. */
  static Optional<List<Expression>> made(FunctionDef factory) {
    Set<String> local = names(factory);
    List<Statement> body = withoutDocstring(factory.body());
    Optional<Expression> returned = returned(body);
    if (returned.isEmpty()) {
      return Optional.empty();
    }
    Expression value = returned.orElseThrow();
    if (value instanceof Lambda lambda && lambda.parameters().size() == 1 && body.size() == 1) {
      return peeled(lambda.body(), lambda.parameters().get(0).name(), local);
    }
    if (value instanceof Name name
        && body.size() == 2
        && body.get(0) instanceof FunctionDef inner
        && inner.name().id().equals(name.id())
        && inner.decorators().isEmpty()) {
      return plain(inner, local);
    }
    boolean mark = body.size() == 1 && !(value instanceof Name) && isFree(value, local);
    return mark ? Optional.of(List.of(value)) : Optional.empty();
  }

  private static Optional<List<Expression>> plain(FunctionDef decorator, Set<String> outer) {
    if (decorator.parameters().size() != 1 || !decorator.decorators().isEmpty()) {
      return Optional.empty();
    }
    String function = decorator.parameters().get(0).name();
    Set<String> local = new HashSet<>(outer);
    local.addAll(names(decorator));
    List<Expression> marks = new ArrayList<>();
    List<Statement> body = withoutDocstring(decorator.body());
    for (int at = 0; at < body.size(); at++) {
      Optional<Expression> value =
          at == body.size() - 1 ? returned(body) : rebound(body.get(at), function);
      Optional<List<Expression>> some = value.flatMap(it -> peeled(it, function, local));
      if (some.isEmpty()) {
        return Optional.empty();
      }
      marks.addAll(some.orElseThrow());
    }
    return body.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(marks));
  }

  /** {@code function = pytest.mark.slow(function)}. */
  private static Optional<Expression> rebound(Statement statement, String function) {
    return statement instanceof Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Name name
            && name.id().equals(function)
        ? Optional.of(assign.value())
        : Optional.empty();
  }

  private static Optional<Expression> returned(List<Statement> body) {
    return !body.isEmpty() && body.get(body.size() - 1) instanceof Return last
        ? last.value()
        : Optional.empty();
  }

  private static Optional<List<Expression>> peeled(
      Expression value, String function, Set<String> local) {
    List<Expression> marks = new ArrayList<>();
    Expression inner = value;
    while (inner instanceof Call call
        && call.arguments().size() == 1
        && call.keywords().isEmpty()
        && isFree(call.function(), local)) {
      marks.add(0, call.function());
      inner = call.arguments().get(0);
    }
    return inner instanceof Name name && name.id().equals(function)
        ? Optional.of(marks)
        : Optional.empty();
  }

  private static boolean isFree(Expression expression, Set<String> local) {
    boolean[] free = {true};
    Walk.preOrder(
        expression, node -> free[0] &= !(node instanceof Name name && local.contains(name.id())));
    return free[0];
  }

  /** The names that mean something of their own in a function. */
  private static Set<String> names(FunctionDef function) {
    Set<String> names = new HashSet<>();
    function.parameters().forEach(it -> names.add(it.name()));
    for (Statement statement : function.body()) {
      Walk.preOrder(
          statement,
          node -> {
            if (node instanceof Assign assign) {
              assign.targets().forEach(it -> add(it, names));
            } else if (node instanceof FunctionDef inner) {
              names.add(inner.name().id());
            }
          });
    }
    return names;
  }

  private static void add(Expression target, Set<String> names) {
    Walk.preOrder(
        target,
        node -> {
          if (node instanceof Name name) {
            names.add(name.id());
          }
        });
  }

  private static List<Statement> withoutDocstring(List<Statement> body) {
    boolean documented =
        !body.isEmpty()
            && body.get(0) instanceof ExpressionStatement first
            && first.value() instanceof StringLiteral;
    return documented ? body.subList(1, body.size()) : body;
  }
}
