package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.tree.BinaryOperator;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code __all__} lists. */
final class Exports {
  /** Empty if a module has no {@code __all__}, or one that is computed. */
  Optional<Set<String>> of(SourceFile module) {
    List<Binding> bindings = module.names().bindings("__all__");
    if (bindings.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    for (Binding binding : bindings) {
      boolean read;
      if (binding instanceof Binding.Assigned assigned) {
        names.clear();
        read = add(assigned.value(), names);
      } else if (binding instanceof Binding.Augmented augmented) {
        read = augmented.operator() == BinaryOperator.ADD && add(augmented.value(), names);
      } else {
        read = false;
      }
      if (!read) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }

  private static boolean add(Expression list, Set<String> names) {
    if (list instanceof Operation.BinOp sum && sum.operator() == BinaryOperator.ADD) {
      return sum.left() instanceof Display && add(sum.left(), names) && add(sum.right(), names);
    }
    List<Expression> elements = List.of();
    if (list instanceof Display.ListDisplay it) {
      elements = it.elements();
    } else if (list instanceof Display.Tuple it) {
      elements = it.elements();
    } else {
      return false;
    }
    for (Expression element : elements) {
      if (!(element instanceof Literal.StringLiteral text)) {
        return false;
      }
      names.add(text.value());
    }
    return true;
  }
}
