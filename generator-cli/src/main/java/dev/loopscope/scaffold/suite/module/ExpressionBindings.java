package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.Walk;
import java.util.List;

/** The names that expressions bind: by {@code :=}, and for themselves alone. */
final class ExpressionBindings {
  private final ScopeContents contents;
  private final SimpleBindings simple;

  ExpressionBindings(ScopeContents contents) {
    this.contents = contents;
    this.simple = new SimpleBindings(contents);
  }

  /** Visits an expression, or a statement without a block. */
  void visit(Node root, Block block) {
    Walk.preOrder(root, node -> expression(node, block));
  }

  private void expression(Node node, Block block) {
    if (node instanceof Operation.NamedExpr named) {
      Binding binding = new Binding.Assigned(named.value());
      simple.bind(named.target().id(), binding, named.end(), block);
    } else if (node instanceof Operation.Lambda lambda) {
      for (Clause.Parameter parameter : lambda.parameters()) {
        hide(parameter.name(), lambda.body().start(), lambda.end());
      }
    } else if (node instanceof Comprehension.ListComp it) {
      hide(it.clauses(), it);
    } else if (node instanceof Comprehension.SetComp it) {
      hide(it.clauses(), it);
    } else if (node instanceof Comprehension.GeneratorExp it) {
      hide(it.clauses(), it);
    } else if (node instanceof Comprehension.DictComp it) {
      hide(it.clauses(), it);
    }
  }

  private void hide(List<Clause.ForClause> clauses, Node comprehension) {
    for (Clause.ForClause clause : clauses) {
      Walk.preOrder(
          clause.target(),
          part -> {
            if (part instanceof Primary.Name name) {
              hide(name.id(), comprehension.start(), comprehension.end());
            }
          });
    }
  }

  private void hide(String name, int start, int end) {
    contents.hide(name, start, end);
  }
}
