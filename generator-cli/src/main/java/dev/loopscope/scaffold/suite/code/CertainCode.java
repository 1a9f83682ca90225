package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Operation.Compare;
import dev.loopscope.scaffold.python.tree.Operation.IfExp;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.SimpleStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assert;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The code of a function that every run of it reaches, and whose exceptions nothing in the function
 * catches.
 */
public final class CertainCode {
  /** Context managers that let exceptions through. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "anyio.create_task_group",
          "anyio.fail_after",
          "asyncio.TaskGroup",
          "asyncio.timeout",
          "aiohttp.ClientSession",
          "contextlib.aclosing",
          "contextlib.closing",
          "httpx.AsyncClient",
          "httpx.Client");

  private final Resolver resolver;

  /** A reader that follows names with {@code resolver}. */
  public CertainCode(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What happens to an expression. */
  public enum Kind {
    EVALUATED,
    /** It is entered by {@code async with}. */
    ENTERED
  }

  /** An expression that every run reaches. */
  public record Step(Expression expression, Kind kind) {}

  /** The steps of a function's body, in order. */
  public List<Step> of(SourceFile file, FunctionDef function) {
    List<Step> steps = new ArrayList<>();
    add(file, function.body(), steps);
    return Collections.unmodifiableList(steps);
  }

  /** Adds the steps of a block; false if what follows the block may not be reached. */
  private boolean add(SourceFile file, List<Statement> block, List<Step> steps) {
    for (Statement statement : block) {
      if (!add(file, statement, steps)) {
        return false;
      }
    }
    return true;
  }

  private boolean add(SourceFile file, Statement statement, List<Step> steps) {
    if (statement instanceof FunctionDef || statement instanceof ClassDef) {
      return true;
    }
    if (statement instanceof SimpleStatement) {
      if (statement instanceof Assert assertion) {
        addEvaluated(assertion.test(), steps);
      } else {
        statement.forEachChild(child -> addEvaluated(child, steps));
      }
      return Reach.behind(statement) == Reach.ALWAYS;
    }
    if (statement instanceof With with) {
      return addWith(file, with, steps);
    }
    if (statement instanceof Try attempt && attempt.handlers().isEmpty()) {
      return add(file, attempt.body(), steps) && add(file, attempt.finalBody(), steps);
    }
    return Reach.behind(statement) == Reach.ALWAYS;
  }

  private boolean addWith(SourceFile file, With with, List<Step> steps) {
    boolean transparent = true;
    for (WithItem item : with.items()) {
      addEvaluated(item.context(), steps);
      if (with.async()) {
        steps.add(new Step(item.context(), Kind.ENTERED));
      }
      transparent = transparent && isTransparent(file, item.context());
    }
    return transparent ? add(file, with.body(), steps) : Reach.behind(with) == Reach.ALWAYS;
  }

  private boolean isTransparent(SourceFile file, Expression context) {
    return context instanceof Call call
        && resolver.qualifiedName(file, call.function()).filter(TRANSPARENT::contains).isPresent();
  }

  /** Adds an expression and what is evaluated along with it, parents first. */
  private static void addEvaluated(Node node, List<Step> steps) {
    List<Node> next = new ArrayList<>(List.of(node));
    while (!next.isEmpty()) {
      Node here = next.remove(next.size() - 1);
      if (here instanceof Expression expression) {
        steps.add(new Step(expression, Kind.EVALUATED));
      }
      if (isAlwaysWhole(here)) {
        List<Node> children = new ArrayList<>();
        here.forEachChild(children::add);
        Collections.reverse(children);
        next.addAll(children);
      }
    }
  }

  private static boolean isAlwaysWhole(Node node) {
    return !(node instanceof Lambda
        || node instanceof Comprehension
        || node instanceof BoolOp
        || (node instanceof Compare compare && compare.comparators().size() > 1)
        || node instanceof IfExp);
  }
}
