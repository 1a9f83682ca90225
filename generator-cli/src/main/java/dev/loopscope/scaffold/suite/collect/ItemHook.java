package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.Comprehension.GeneratorExp;
import dev.loopscope.scaffold.python.tree.Comprehension.ListComp;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Operation.UnaryOp;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Continue;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.UnaryOperator;
import dev.loopscope.scaffold.suite.collect.HookMarks.Items;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a {@code pytest_collection_modifyitems} hook: loops over the items, or over those that are
 * async, that call {@code add_marker}. One object reads one hook.
 */
final class ItemHook {
  private static final Set<String> COROUTINE_TESTS =
      Set.of(
          "asyncio.iscoroutinefunction",
          "inspect.iscoroutinefunction",
          "_pytest.compat.is_async_function");

  private final Resolver resolver;
  private final SourceFile file;

  /** Which items the variables of the hook hold, one or several. */
  private final Map<String, Items> variables = new HashMap<>();

  private final IdentityHashMap<Call, Items> reached = new IdentityHashMap<>();

  ItemHook(Resolver resolver, SourceFile file, FunctionDef hook) {
    this.resolver = resolver;
    this.file = file;
    variables.put("items", Items.ALL);
    block(hook.body(), Optional.of(Items.ALL));
  }

  /** The items that a call of {@code add_marker} reaches; empty if that could not be read. */
  Optional<Items> reached(Call call) {
    return Optional.ofNullable(reached.get(call));
  }

  /**
   * Reads statements that are executed for some items.
   *
   * @param under what the conditions around them say of the items; empty if it could not be read
   */
  private void block(List<Statement> statements, Optional<Items> under) {
    Optional<Items> here = under;
    for (Statement statement : statements) {
      if (statement instanceof Assign assign && assign.targets().get(0) instanceof Name name) {
        items(assign.value()).ifPresent(it -> variables.put(name.id(), it));
      } else if (statement instanceof For loop && loop.target() instanceof Name name) {
        items(loop.iterable()).ifPresent(it -> variables.put(name.id(), it));
        block(loop.body(), here);
      } else if (statement instanceof If branch) {
        Optional<Items> condition = condition(branch.test());
        block(branch.body(), both(here, condition));
        block(branch.orElse(), Optional.empty());
        if (leaves(branch.body())) {
          here = both(here, negated(branch.test()));
        }
      } else if (statement instanceof ExpressionStatement expression
          && expression.value() instanceof Call call) {
        add(call, here);
      }
    }
  }

  private static boolean leaves(List<Statement> body) {
    return body.get(body.size() - 1) instanceof Continue;
  }

  private static Optional<Items> both(Optional<Items> left, Optional<Items> right) {
    return left.flatMap(it -> right.map(it::and));
  }

  private void add(Call call, Optional<Items> under) {
    if (call.function() instanceof Attribute attribute
        && attribute.attr().equals("add_marker")
        && attribute.value() instanceof Name name) {
      both(under, Optional.ofNullable(variables.get(name.id())))
          .ifPresent(it -> reached.put(call, it));
    }
  }

  /** The items that an expression gives: a variable, or a selection of them. */
  private Optional<Items> items(Expression expression) {
    if (expression instanceof Name name) {
      return Optional.ofNullable(variables.get(name.id()));
    }
    if (expression instanceof ListComp list) {
      return selected(list.element(), list.clauses());
    }
    if (expression instanceof GeneratorExp generator) {
      return selected(generator.element(), generator.clauses());
    }
    if (expression instanceof Call call
        && call.arguments().size() == 2
        && isNamed(call, "filter")) {
      return both(items(call.arguments().get(1)), predicate(call.arguments().get(0)));
    }
    return expression instanceof Call call && call.arguments().size() == 1 && isNamed(call, "list")
        ? items(call.arguments().get(0))
        : Optional.empty();
  }

  private static boolean isNamed(Call call, String name) {
    return call.function() instanceof Name function && function.id().equals(name);
  }

  private Optional<Items> selected(Expression element, List<ForClause> clauses) {
    if (clauses.size() != 1
        || !(element instanceof Name name)
        || !(clauses.get(0).target() instanceof Name target)
        || !target.id().equals(name.id())) {
      return Optional.empty();
    }
    Optional<Items> from = items(clauses.get(0).iterable());
    for (Expression condition : clauses.get(0).conditions()) {
      from = both(from, condition(condition));
    }
    return from;
  }

  private Optional<Items> condition(Expression test) {
    return test instanceof Call call && !call.arguments().isEmpty()
        ? predicate(call.function())
        : Optional.empty();
  }

  private Optional<Items> negated(Expression test) {
    return test instanceof UnaryOp not && not.operator() == UnaryOperator.NOT
        ? condition(not.operand())
        : Optional.empty();
  }

  private Optional<Items> predicate(Expression function) {
    Optional<String> name = resolver.qualifiedName(file, function);
    if (name.filter(it -> it.endsWith(".is_async_test") && it.startsWith("pytest_asyncio"))
        .isPresent()) {
      return Optional.of(Items.PYTEST_ASYNCIO);
    }
    return name.filter(COROUTINE_TESTS::contains).map(it -> Items.ASYNC);
  }
}
