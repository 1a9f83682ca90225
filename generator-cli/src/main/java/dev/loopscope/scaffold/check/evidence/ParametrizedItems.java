package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import java.util.List;
import java.util.Optional;

/** How often pytest runs a test, by its {@code parametrize} marks alone. */
final class ParametrizedItems {
  private ParametrizedItems() {}

  /** The number of its items; empty if its marks do not write that down. */
  static Optional<Integer> count(Test test) {
    boolean all = test.parametrizations().size() == test.marks("parametrize").size();
    int product = 1;
    for (Parametrization mark : test.parametrizations()) {
      List<Expression> values = elements(mark.values());
      product *= values.stream().anyMatch(ParametrizedItems::mayBeNone) ? 0 : values.size();
    }
    return all && test.unknownParameters().isEmpty() && product > 0
        ? Optional.of(product)
        : Optional.empty();
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
