package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.Clause.Case;
import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.Clause.Handler;
import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.CompoundStatement.While;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Comprehension.DictComp;
import dev.loopscope.scaffold.python.tree.Comprehension.GeneratorExp;
import dev.loopscope.scaffold.python.tree.Comprehension.ListComp;
import dev.loopscope.scaffold.python.tree.Comprehension.SetComp;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Operation.Compare;
import dev.loopscope.scaffold.python.tree.Operation.IfExp;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assert;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Pass;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The code that runs when a function runs: its body without inner functions, lambdas, classes and
 * generator expressions, which run elsewhere or not at all.
 */
public final class OwnCode {
  private static final Set<String> EXPECTING =
      Set.of("raises", "suppress", "assertRaises", "assertRaisesRegex", "RaisesGroup");

  private OwnCode() {}

  /**
   * A node and what is around it.
   *
   * @param conditional whether a run may leave it out
   * @param guarded whether an exception there is caught or expected
   * @param blocks the {@code with} statements whose body it stands in, outermost first
   */
  public record Place(Node node, boolean conditional, boolean guarded, List<With> blocks) {
    /** Keeps an unmodifiable copy. */
    public Place {
      blocks = List.copyOf(blocks);
    }

    private Place below(Node child) {
      return new Place(child, conditional, guarded, blocks);
    }

    private Place maybe(Node child) {
      return new Place(child, true, guarded, blocks);
    }

    private Place guarded(Node child) {
      return new Place(child, conditional, true, blocks);
    }

    private Place within(With block, Node child) {
      List<With> all = new ArrayList<>(blocks);
      all.add(block);
      return new Place(child, conditional, guarded || expects(block), all);
    }
  }

  /** Every node of a function's own code, in the order of the text. */
  public static List<Place> of(FunctionDef function) {
    List<Place> found = new ArrayList<>();
    Deque<Place> next = new ArrayDeque<>();
    push(next, block(function.body(), it -> new Place(it, false, false, List.of())));
    while (!next.isEmpty()) {
      Place place = next.pop();
      found.add(place);
      push(next, children(place));
    }
    return found;
  }

  /** The calls in it. */
  public static List<Place> calls(FunctionDef function) {
    return of(function).stream().filter(place -> place.node() instanceof Call).toList();
  }

  private static void push(Deque<Place> next, List<Place> places) {
    for (int i = places.size() - 1; i >= 0; i--) {
      next.push(places.get(i));
    }
  }

  /** The statements of a block up to the one that ends it. */
  private static List<Place> block(List<Statement> statements, Function<Statement, Place> placed) {
    List<Place> places = new ArrayList<>();
    Reach reach = Reach.ALWAYS;
    for (int at = 0; at < statements.size() && reach != Reach.NEVER; at++) {
      Statement statement = statements.get(at);
      Place place = placed.apply(statement);
      places.add(reach == Reach.MAYBE ? place.maybe(statement) : place);
      // Behind the last one there is nothing: an elif is alone in the else before it.
      reach = at + 1 < statements.size() ? reach.and(Reach.behind(statement)) : reach;
    }
    return places;
  }

  private static List<Place> children(Place place) {
    Node node = place.node();
    if (node instanceof FunctionDef
        || node instanceof Lambda
        || node instanceof ClassDef
        || node instanceof GeneratorExp) {
      return List.of();
    }
    if (node instanceof Try attempt) {
      return children(place, attempt);
    }
    List<Place> children = new ArrayList<>();
    if (node instanceof With block) {
      block.items().forEach(it -> children.add(place.below(it)));
      children.addAll(block(block.body(), it -> place.within(block, it)));
    } else if (node instanceof If branch) {
      children.add(place.maybe(branch.test()));
      add(children, place, Reach.body(branch.test()), branch.body());
      add(children, place, Reach.orElse(branch.test()), branch.orElse());
    } else if (node instanceof While loop) {
      children.add(place.maybe(loop.test()));
      add(children, place, Reach.body(loop.test()), loop.body());
      add(children, place, Reach.MAYBE, loop.orElse());
    } else if (node instanceof For loop) {
      children.add(place.below(loop.target()));
      children.add(place.below(loop.iterable()));
      if (Reach.body(loop) == Reach.ALWAYS) {
        children.addAll(block(loop.body(), place::below));
      } else {
        add(children, place, Reach.body(loop), loop.body());
      }
      // A break passes the else by.
      boolean ends = loop.body().stream().allMatch(it -> Reach.behind(it) == Reach.ALWAYS);
      children.addAll(block(loop.orElse(), ends ? place::below : place::maybe));
    } else if (node instanceof ForClause clause) {
      children.add(place.below(clause.target()));
      children.add(place.below(clause.iterable()));
      boolean any = Reach.elements(clause.iterable()) == Reach.ALWAYS;
      for (int at = 0; at < clause.conditions().size(); at++) {
        Expression condition = clause.conditions().get(at);
        children.add(any && at == 0 ? place.below(condition) : place.maybe(condition));
      }
    } else if (node instanceof Assert assertion) {
      children.add(place.below(assertion.test()));
      assertion.message().ifPresent(it -> children.add(place.maybe(it)));
    } else if (node instanceof Handler handler) {
      handler.type().ifPresent(it -> children.add(place.maybe(it)));
      add(children, place, Reach.MAYBE, handler.body());
    } else if (node instanceof Case branch) {
      children.add(place.maybe(branch.pattern()));
      branch.guard().ifPresent(it -> children.add(place.maybe(it)));
      add(children, place, Reach.MAYBE, branch.body());
    } else if (node instanceof ListComp it) {
      comprehension(children, place, it.clauses(), List.of(it.element()));
    } else if (node instanceof SetComp it) {
      comprehension(children, place, it.clauses(), List.of(it.element()));
    } else if (node instanceof DictComp it) {
      List<Expression> parts = new ArrayList<>(List.of(it.key()));
      it.value().ifPresent(parts::add);
      comprehension(children, place, it.clauses(), parts);
    } else if (isBranching(node)) {
      node.forEachChild(it -> children.add(place.maybe(it)));
    } else {
      node.forEachChild(it -> children.add(place.below(it)));
    }
    return children;
  }

  private static List<Place> children(Place place, Try attempt) {
    boolean caught = !attempt.handlers().isEmpty();
    List<Place> children =
        new ArrayList<>(block(attempt.body(), it -> caught ? place.guarded(it) : place.below(it)));
    // Nothing is raised by a body that does nothing.
    if (!isQuiet(attempt.body())) {
      attempt.handlers().forEach(it -> children.add(place.maybe(it)));
    }
    Reach behind = Reach.ALWAYS;
    if (!attempt.orElse().isEmpty()) {
      // What the handlers are there for passes the else by.
      behind = caught && !isQuiet(attempt.body()) ? Reach.MAYBE : Reach.ALWAYS;
      for (Statement statement : attempt.body()) {
        behind = behind.and(Reach.behind(statement));
      }
    }
    if (behind == Reach.ALWAYS) {
      children.addAll(block(attempt.orElse(), place::below));
    } else {
      add(children, place, behind, attempt.orElse());
    }
    children.addAll(block(attempt.finalBody(), place::below));
    return children;
  }

  private static boolean isQuiet(List<Statement> body) {
    return body.stream().allMatch(Pass.class::isInstance);
  }

  /** Adds the statements of a block that may run; none of one that never does. */
  private static void add(
      List<Place> children, Place place, Reach reach, List<Statement> statements) {
    if (reach != Reach.NEVER) {
      children.addAll(block(statements, place::maybe));
    }
  }

  private static void comprehension(
      List<Place> children, Place place, List<ForClause> clauses, List<Expression> parts) {
    Reach reach = Reach.element(clauses);
    if (reach != Reach.NEVER) {
      parts.forEach(it -> children.add(reach == Reach.ALWAYS ? place.below(it) : place.maybe(it)));
    }
    for (int at = 0; at < clauses.size(); at++) {
      // The first iterable is evaluated in every run.
      if (at == 0 || reach != Reach.NEVER) {
        children.add(at == 0 ? place.below(clauses.get(at)) : place.maybe(clauses.get(at)));
      }
    }
  }

  private static boolean isBranching(Node node) {
    return node instanceof Match
        || node instanceof IfExp
        || node instanceof BoolOp
        || (node instanceof Compare chain && chain.comparators().size() > 1);
  }

  /** Whether an exception is what a block waits for. */
  static boolean expects(With block) {
    return block.items().stream().anyMatch(OwnCode::expects);
  }

  private static boolean expects(WithItem item) {
    if (!(item.context() instanceof Call call)) {
      return false;
    }
    String name =
        call.function() instanceof Attribute attribute
            ? attribute.attr()
            : call.function() instanceof Name bare ? bare.id() : "";
    return EXPECTING.contains(name);
  }
}
