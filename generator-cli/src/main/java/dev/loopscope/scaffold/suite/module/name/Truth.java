package dev.loopscope.scaffold.suite.module.name;

import dev.loopscope.scaffold.python.tree.BooleanOperator;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.BytesLiteral;
import dev.loopscope.scaffold.python.tree.Literal.Constant;
import dev.loopscope.scaffold.python.tree.Literal.NamedConstant;
import dev.loopscope.scaffold.python.tree.Literal.NumberLiteral;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Operation.UnaryOp;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.UnaryOperator;
import java.util.List;
import java.util.Optional;

/** Whether an expression is true, where the text alone tells. */
public final class Truth {
  private Truth() {}

  /** Whether an expression is true in every run; empty if that depends on the run. */
  public static Optional<Boolean> of(Expression expression) {
    if (expression instanceof UnaryOp not && not.operator() == UnaryOperator.NOT) {
      return of(not.operand()).map(it -> !it);
    }
    if (expression instanceof BoolOp it) {
      return of(it);
    }
    if (expression instanceof NamedConstant it) {
      return Optional.of(it.constant() == Constant.TRUE);
    }
    if (expression instanceof NumberLiteral it) {
      return it.text().chars().allMatch(c -> "0._".indexOf(c) >= 0)
          ? Optional.of(false)
          : it.text().matches("[0-9]{1,18}") ? Optional.of(true) : Optional.empty();
    }
    if (expression instanceof StringLiteral it) {
      return Optional.of(!it.value().isEmpty());
    }
    if (expression instanceof BytesLiteral it) {
      return Optional.of(!it.value().isEmpty());
    }
    return expression instanceof Display it ? of(it) : typesOnly(expression);
  }

  /**
   * One that is false decides an {@code and}, whatever stands beside it, and the other way round.
   */
  private static Optional<Boolean> of(BoolOp operation) {
    boolean decisive = operation.operator() == BooleanOperator.OR;
    List<Optional<Boolean>> values = operation.values().stream().map(Truth::of).toList();
    if (values.contains(Optional.of(decisive))) {
      return Optional.of(decisive);
    }
    return values.stream().allMatch(Optional::isPresent)
        ? Optional.of(!decisive)
        : Optional.empty();
  }

  private static Optional<Boolean> of(Display display) {
    if (display instanceof Display.ListDisplay it) {
      return ofElements(it.elements());
    }
    if (display instanceof Display.Tuple it) {
      return ofElements(it.elements());
    }
    if (display instanceof Display.SetDisplay it) {
      return ofElements(it.elements());
    }
    return display instanceof Display.DictDisplay it && it.entries().isEmpty()
        ? Optional.of(false)
        : Optional.empty();
  }

  private static Optional<Boolean> typesOnly(Expression expression) {
    boolean typesOnly =
        (expression instanceof Name name && name.id().equals("TYPE_CHECKING"))
            || (expression instanceof Attribute of && of.attr().equals("TYPE_CHECKING"));
    return typesOnly ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Boolean> ofElements(List<Expression> elements) {
    if (elements.isEmpty()) {
      return Optional.of(false);
    }
    return elements.stream().allMatch(Starred.class::isInstance)
        ? Optional.empty()
        : Optional.of(true);
  }
}
