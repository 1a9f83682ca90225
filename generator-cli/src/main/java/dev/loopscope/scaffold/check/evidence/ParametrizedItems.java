package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.CompoundStatement.While;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Operation.IfExp;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Primary.Subscript;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How often pytest runs a test, by its {@code parametrize} marks alone. */
final class ParametrizedItems {
  private ParametrizedItems() {}

  /**
   * The number of its items; empty if its marks do not write that down, or if it asks a parameter
   * which way to go: its items need not do the same.
   */
  static Optional<Integer> count(Test test) {
    boolean all = test.parametrizations().size() == test.marks("parametrize").size();
    int product = 1;
    for (Parametrization mark : test.parametrizations()) {
      List<Expression> values = elements(mark.values());
      product *= values.stream().anyMatch(ParametrizedItems::mayBeNone) ? 0 : values.size();
    }
    return all && test.unknownParameters().isEmpty() && product > 0 && !chooses(test)
        ? Optional.of(product)
        : Optional.empty();
  }

  private static boolean chooses(Test test) {
    Set<String> names =
        test.parametrizations().stream()
            .flatMap(it -> it.names().stream())
            .collect(Collectors.toSet());
    boolean[] found = {false};
    Walk.preOrder(
        test.function(),
        node -> found[0] |= choice(node).filter(it -> mentions(it, names)).isPresent());
    return found[0];
  }

  /** By what a node chooses, if it does. */
  private static Optional<Node> choice(Node node) {
    if (node instanceof If it) {
      return Optional.of(it.test());
    }
    if (node instanceof While it) {
      return Optional.of(it.test());
    }
    if (node instanceof Match it) {
      return Optional.of(it.subject());
    }
    if (node instanceof IfExp it) {
      return Optional.of(it.test());
    }
    if (node instanceof Subscript it) {
      return Optional.of(it.slice());
    }
    return node instanceof BoolOp ? Optional.of(node) : Optional.empty();
  }

  private static boolean mentions(Node what, Set<String> names) {
    boolean[] found = {false};
    Walk.preOrder(what, node -> found[0] |= node instanceof Name name && names.contains(name.id()));
    return found[0];
  }

  private static List<Expression> elements(Expression values) {
    return values instanceof Display.ListDisplay list
        ? list.elements()
        : values instanceof Display.Tuple tuple ? tuple.elements() : List.of();
  }

  /** {@code pytest.param} may skip it. */
  private static boolean mayBeNone(Expression value) {
    return value instanceof Starred || value instanceof Call;
  }
}
