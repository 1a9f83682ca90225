package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.CompoundStatement.While;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.BytesLiteral;
import dev.loopscope.scaffold.python.tree.Literal.NumberLiteral;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Operation.Compare;
import dev.loopscope.scaffold.python.tree.Operation.IfExp;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assert;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Break;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Continue;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Raise;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.name.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether code runs if what it stands in runs: the one reading of it that all rules share. Whatever
 * depends on a value that the text does not tell may run and may not.
 */
public enum Reach {
  ALWAYS,
  MAYBE,
  NEVER;

  /** What never comes back, by the names that people call it by. */
  private static final Set<String> LEAVING =
      Set.of(
          "pytest.skip",
          "pytest.fail",
          "pytest.xfail",
          "pytest.exit",
          "self.skipTest",
          "self.fail",
          "sys.exit",
          "os._exit",
          "os.abort",
          "anyio.sleep_forever",
          "trio.sleep_forever",
          "exit",
          "quit");

  /** What may not come back, or has a name that others have, too. */
  private static final Set<String> MAY_LEAVE =
      Set.of("skip", "fail", "xfail", "importorskip", "assert_never");

  /** Both one after the other. */
  public Reach and(Reach other) {
    return compareTo(other) > 0 ? this : other;
  }

  /** What stands behind a statement in its block. */
  public static Reach behind(Statement statement) {
    if (leaves(statement)) {
      return NEVER;
    }
    return mayLeave(statement) ? MAYBE : ALWAYS;
  }

  /** Whether what stands behind a statement in its block never runs. */
  public static boolean leaves(Statement statement) {
    if (statement instanceof If branch) {
      Optional<Boolean> test = Truth.of(branch.test());
      boolean body = branch.body().stream().anyMatch(Reach::leavesPlainly);
      boolean orElse = branch.orElse().stream().anyMatch(Reach::leavesPlainly);
      boolean branches = test.isPresent() ? (test.orElseThrow() ? body : orElse) : body && orElse;
      return branches || entering(branch) == NEVER;
    }
    if (statement instanceof Try attempt) {
      return attempt.finalBody().stream().anyMatch(Reach::leavesPlainly)
          || (attempt.handlers().isEmpty()
              && attempt.body().stream().anyMatch(Reach::leavesPlainly));
    }
    // A context manager may swallow an exception, and nothing else.
    return statement instanceof With block
        ? entering(block) == NEVER || block.body().stream().anyMatch(Reach::jumps)
        : leavesPlainly(statement);
  }

  /** What stands in the blocks of a statement, as far as its head goes: {@code with skip():}. */
  static Reach entering(Node statement) {
    Optional<Expression> head = Optional.empty();
    if (statement instanceof If it) {
      head = Optional.of(it.test());
    } else if (statement instanceof While it) {
      head = Optional.of(it.test());
    } else if (statement instanceof For it) {
      head = Optional.of(it.iterable());
    } else if (statement instanceof Match it) {
      head = Optional.of(it.subject());
    } else if (statement instanceof With it && !it.items().isEmpty()) {
      // What the first one has entered may swallow what the others raise.
      head = Optional.of(it.items().get(0).context());
    }
    return head.filter(Reach::callsLeaving).isPresent() ? NEVER : ALWAYS;
  }

  /** Whether what never comes back is called in every evaluation of an expression or statement. */
  private static boolean callsLeaving(Node whole) {
    Deque<Node> next = new ArrayDeque<>(List.of(whole));
    while (!next.isEmpty()) {
      Node node = next.pop();
      if (calls(node, LEAVING)) {
        return true;
      }
      if (node instanceof BoolOp it) {
        next.push(it.values().get(0));
      } else if (node instanceof IfExp it) {
        next.push(it.test());
      } else if (node instanceof Compare it) {
        next.push(it.left());
      } else if (node instanceof Assert it) {
        next.push(it.test());
      } else if (!(node instanceof Lambda || node instanceof Comprehension)) {
        node.forEachChild(next::push);
      }
    }
    return false;
  }

  /** A loop without an end: its test is true in every run, and no {@code break} leaves it. */
  private static boolean isEndless(Node node) {
    if (!(node instanceof While loop) || !Truth.of(loop.test()).equals(Optional.of(true))) {
      return false;
    }
    Deque<Node> next = new ArrayDeque<>(loop.body());
    while (!next.isEmpty()) {
      Node inner = next.pop();
      if (inner instanceof Break) {
        return false;
      }
      if (inner instanceof For it) {
        next.addAll(it.orElse());
      } else if (inner instanceof While it) {
        next.addAll(it.orElse());
      } else if (!(inner instanceof FunctionDef || inner instanceof ClassDef)) {
        inner.forEachChild(next::push);
      }
    }
    return true;
  }

  private static boolean jumps(Statement statement) {
    return statement instanceof Return
        || statement instanceof Break
        || statement instanceof Continue;
  }

  private static boolean leavesPlainly(Statement statement) {
    return jumps(statement)
        || statement instanceof Raise
        || (statement instanceof Assert it && Truth.of(it.test()).equals(Optional.of(false)))
        || (statement instanceof SimpleStatement && callsLeaving(statement))
        || isEndless(statement)
        || (statement instanceof While && entering(statement) == NEVER)
        || (statement instanceof For && entering(statement) == NEVER)
        || (statement instanceof Match && entering(statement) == NEVER);
  }

  /**
   * A node below a statement.
   *
   * @param inLoop whether a loop below the statement takes a {@code break}
   * @param expected whether an exception is what a block around it waits for
   * @param stopped whether a block around it may catch what ends a loop
   */
  private record Below(Node node, boolean inLoop, boolean expected, boolean stopped) {}

  private static boolean mayLeave(Statement statement) {
    Deque<Below> next = new ArrayDeque<>(List.of(new Below(statement, false, false, false)));
    while (!next.isEmpty()) {
      Below here = next.pop();
      Node node = here.node();
      if (mayLeave(here)) {
        return true;
      }
      if (!(node instanceof FunctionDef || node instanceof ClassDef || node instanceof Lambda)) {
        boolean loop = here.inLoop() || node instanceof For || node instanceof While;
        boolean expected =
            here.expected() || (node instanceof With block && FunctionCode.expects(block));
        boolean stopped =
            here.stopped()
                || (node instanceof With block && FunctionCode.expects(block))
                || (node instanceof Try attempt && !attempt.handlers().isEmpty());
        living(node).forEach(child -> next.push(new Below(child, loop, expected, stopped)));
      }
    }
    return false;
  }

  private static boolean mayLeave(Below here) {
    Node node = here.node();
    if (node instanceof Break || node instanceof Continue) {
      return !here.inLoop();
    }
    boolean byException =
        (node instanceof Statement it
                && !(it instanceof Return)
                && !isEndless(it)
                && leavesPlainly(it))
            || calls(node, LEAVING)
            || callsLastName(node, MAY_LEAVE);
    return node instanceof Return
        || (isEndless(node) && !here.stopped())
        || (byException && !here.expected());
  }

  /** The children of a node but those that never run. */
  private static List<Node> living(Node node) {
    List<Node> children = new ArrayList<>();
    if (node instanceof If it && body(it.test()) == NEVER) {
      children.addAll(it.orElse());
    } else if (node instanceof If it && orElse(it.test()) == NEVER) {
      children.addAll(it.body());
    } else {
      node.forEachChild(children::add);
    }
    return children;
  }

  private static boolean calls(Node node, Set<String> names) {
    if (!(node instanceof Call call)) {
      return false;
    }
    if (call.function() instanceof Attribute attribute && attribute.value() instanceof Name owner) {
      return names.contains(owner.id() + "." + attribute.attr());
    }
    return call.function() instanceof Name name && names.contains(name.id());
  }

  /** {@code pytest} is often imported by a shorter name. */
  private static boolean callsLastName(Node node, Set<String> names) {
    return node instanceof Call call
        && ((call.function() instanceof Attribute attribute && names.contains(attribute.attr()))
            || (call.function() instanceof Name name && names.contains(name.id())));
  }

  /** The body of an {@code if} with this test. */
  public static Reach body(Expression test) {
    return Truth.of(test).map(it -> it ? ALWAYS : NEVER).orElse(MAYBE);
  }

  /** What stands behind its {@code else}. */
  public static Reach orElse(Expression test) {
    return Truth.of(test).map(it -> it ? NEVER : ALWAYS).orElse(MAYBE);
  }

  /** The body of a loop. */
  public static Reach body(For loop) {
    return elements(loop.iterable());
  }

  /** What a comprehension makes of each element. */
  public static Reach element(List<ForClause> clauses) {
    Reach reach = ALWAYS;
    for (ForClause clause : clauses) {
      reach = reach.and(elements(clause.iterable()));
      for (Expression condition : clause.conditions()) {
        reach = reach.and(body(condition));
      }
    }
    return reach;
  }

  /** What happens to each element of something, if it happens at all. */
  public static Reach elements(Expression iterable) {
    Optional<Boolean> any = iterable instanceof Call call ? range(call) : holdsAny(iterable);
    return any.map(it -> it ? ALWAYS : NEVER).orElse(MAYBE);
  }

  private static Optional<Boolean> holdsAny(Expression expression) {
    boolean literal =
        expression instanceof Display
            || expression instanceof StringLiteral
            || expression instanceof BytesLiteral;
    return literal ? Truth.of(expression) : Optional.empty();
  }

  /** {@code range(3)}, and {@code list()} and its like. */
  private static Optional<Boolean> range(Call call) {
    if (!(call.function() instanceof Name name) || !call.keywords().isEmpty()) {
      return Optional.empty();
    }
    if (call.arguments().isEmpty()) {
      return Set.of("list", "tuple", "set", "dict", "frozenset").contains(name.id())
          ? Optional.of(false)
          : Optional.empty();
    }
    return name.id().equals("range")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof NumberLiteral
        ? Truth.of(call.arguments().get(0))
        : Optional.empty();
  }
}
