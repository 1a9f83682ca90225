package dev.loopscope.scaffold.suite.module.name;

import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.SimpleStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AugAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Delete;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Global;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Nonlocal;
import dev.loopscope.scaffold.python.tree.SimpleStatement.TypeAlias;
import dev.loopscope.scaffold.python.tree.Walk;
import java.util.List;
import java.util.Optional;

/**
 * What statements without a block bind, the targets of all statements, and the names that
 * expressions bind: by {@code :=}, and for themselves alone.
 */
final class SimpleBindings {
  private final NameScope.Contents contents;

  SimpleBindings(NameScope.Contents contents) {
    this.contents = contents;
  }

  void bind(String name, Binding binding, int from, Block block) {
    Binding read =
        block.isIn(Block.Kind.UNREADABLE)
            ? new Binding.Opaque("`" + name + "` is bound in a statement that cannot be read")
            : binding;
    contents.bind(name, new PlacedBinding(read, from, block));
  }

  void visit(SimpleStatement statement, Block block) {
    if (statement instanceof Assign assign) {
      assign.targets().forEach(it -> target(it, assign.value(), assign.end(), block));
    } else if (statement instanceof AnnAssign assign) {
      assign.value().ifPresent(value -> target(assign.target(), value, assign.end(), block));
    } else if (statement instanceof AugAssign assign
        && assign.target() instanceof Primary.Name name) {
      Binding changed = new Binding.Augmented(assign.operator(), assign.value());
      bind(name.id(), changed, assign.end(), block);
    } else if (statement instanceof Import imports) {
      imports.names().forEach(it -> module(it, imports.end(), block));
    } else if (statement instanceof ImportFrom imports) {
      imports.names().forEach(it -> name(imports, it, block));
    } else if (statement instanceof Delete delete) {
      delete.targets().forEach(it -> opaque(it, "is deleted", delete.end(), block));
    } else if (statement instanceof TypeAlias alias) {
      bind(alias.name().id(), new Binding.Assigned(alias.value()), alias.end(), block);
    } else if (statement instanceof Global global) {
      contents.globals.addAll(global.names());
    } else if (statement instanceof Nonlocal nonlocal) {
      contents.nonlocals.addAll(nonlocal.names());
    }
  }

  private void module(Clause.Alias alias, int from, Block block) {
    int dot = alias.name().indexOf('.');
    String top = dot < 0 ? alias.name() : alias.name().substring(0, dot);
    String bound = alias.asName().isPresent() ? alias.name() : top;
    bind(alias.asName().orElse(top), new Binding.ImportedModule(bound), from, block);
  }

  private void name(ImportFrom imports, Clause.Alias alias, Block block) {
    Binding binding =
        new Binding.ImportedName(imports.module().orElse(""), imports.level(), alias.name());
    if (alias.name().equals("*")) {
      contents.stars.add(new PlacedBinding(binding, imports.end(), block));
    } else {
      bind(alias.asName().orElse(alias.name()), binding, imports.end(), block);
    }
  }

  private void target(Expression target, Expression value, int from, Block block) {
    Optional<List<Expression>> parts = parts(target);
    Optional<List<Expression>> values = parts(value);
    if (target instanceof Primary.Name name) {
      bind(name.id(), new Binding.Assigned(value), from, block);
    } else if (parts.isPresent() && values.isPresent() && pair(parts.get(), values.get())) {
      for (int at = 0; at < parts.get().size(); at++) {
        target(parts.get().get(at), values.get().get(at), from, block);
      }
    } else {
      opaque(target, "is unpacked", from, block);
    }
  }

  private static boolean pair(List<Expression> targets, List<Expression> values) {
    return targets.size() == values.size()
        && targets.stream().noneMatch(Primary.Starred.class::isInstance)
        && values.stream().noneMatch(Primary.Starred.class::isInstance);
  }

  private static Optional<List<Expression>> parts(Expression expression) {
    if (expression instanceof Display.Tuple tuple) {
      return Optional.of(tuple.elements());
    }
    return expression instanceof Display.ListDisplay list
        ? Optional.of(list.elements())
        : Optional.empty();
  }

  /** Binds every name of a target to what cannot be told. */
  void opaque(Expression target, String reason, int from, Block block) {
    if (target instanceof Primary.Name name) {
      Binding binding = new Binding.Opaque("`" + name.id() + "` " + reason);
      bind(name.id(), binding, from, block);
    } else if (target instanceof Primary.Starred starred) {
      opaque(starred.value(), reason, from, block);
    } else {
      parts(target).ifPresent(all -> all.forEach(it -> opaque(it, reason, from, block)));
    }
  }

  /** Visits an expression, or a statement without a block. */
  void expressions(Node root, Block block) {
    Walk.preOrder(root, node -> expression(node, block));
  }

  private void expression(Node node, Block block) {
    if (node instanceof Operation.NamedExpr named) {
      Binding binding = new Binding.Assigned(named.value());
      bind(named.target().id(), binding, named.end(), block);
    } else if (node instanceof Operation.Lambda lambda) {
      for (Clause.Parameter parameter : lambda.parameters()) {
        contents.hide(parameter.name(), lambda.body().start(), lambda.end());
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
              contents.hide(name.id(), comprehension.start(), comprehension.end());
            }
          });
    }
  }
}
