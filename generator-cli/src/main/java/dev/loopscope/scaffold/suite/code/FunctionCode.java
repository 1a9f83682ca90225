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
import dev.loopscope.scaffold.python.tree.Module;
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
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A function's own code: its body without what stands in inner functions, lambdas, classes and
 * generator expressions, which run elsewhere or not at all. Of each node it is known whether it
 * runs when the function does, and whether its exceptions go anywhere. The one walk over functions
 * that all readers share.
 */
public final class FunctionCode {
  private static final Set<String> EXPECTING =
      Set.of("raises", "suppress", "assertRaises", "assertRaisesRegex", "RaisesGroup");

  private final List<Place> written;
  private final List<Place> running;

  private FunctionCode(Node around, List<Statement> body) {
    this.written = Collections.unmodifiableList(walked(around, body));
    this.running = written.stream().filter(it -> it.reach() != Reach.NEVER).toList();
  }

  /** The code of a function of a file; walked over at the first call, and kept. */
  public static FunctionCode of(SourceFile file, FunctionDef function) {
    return file.known(
        function, FunctionCode.class, () -> new FunctionCode(function, function.body()));
  }

  /** The code that the import of a file runs, without that of functions and classes. */
  public static FunctionCode ofModule(SourceFile file) {
    Module module = file.tree().module();
    return file.known(module, FunctionCode.class, () -> new FunctionCode(module, module.body()));
  }

  /**
   * A node and what is around it.
   *
   * @param reach whether it runs if the function does
   * @param guarded whether an exception there is caught or expected, other than by a handler that
   *     lets pass what is raised on a wrong loop
   * @param blocks the {@code with} statements whose body it stands in, outermost first
   */
  public record Place(Node node, Reach reach, boolean guarded, List<With> blocks) {
    /** Keeps an unmodifiable copy. */
    public Place {
      blocks = List.copyOf(blocks);
    }

    /** Whether a run may leave it out. */
    public boolean conditional() {
      return reach != Reach.ALWAYS;
    }

    private Place child(Node child, Reach within) {
      return new Place(child, reach.and(within), guarded, blocks);
    }

    private Place guarding() {
      return new Place(node, reach, true, blocks);
    }

    private Place within(With block) {
      List<With> all = new ArrayList<>(blocks);
      all.add(block);
      return new Place(node, reach, guarded || guards(block), all);
    }
  }

  /** Every node in the order of the text, also those that never run: they make a generator. */
  public List<Node> nodes() {
    return written.stream().map(Place::node).toList();
  }

  /** Every node that may run, in the order of the text. */
  public List<Place> places() {
    return running;
  }

  /**
   * Every node that may run, in the order of the text, and all of the inner functions, lambdas and
   * generators that are made on the way: whoever they are handed to may run them.
   */
  public List<Node> withInner() {
    List<Node> nodes = new ArrayList<>();
    for (Place place : running) {
      Node node = place.node();
      if (node instanceof FunctionDef || node instanceof Lambda || node instanceof GeneratorExp) {
        Walk.preOrder(node, nodes::add);
      } else {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** The calls that may run. */
  public List<Place> calls() {
    return running.stream().filter(place -> place.node() instanceof Call).toList();
  }

  private static List<Place> walked(Node around, List<Statement> body) {
    List<Place> found = new ArrayList<>();
    Deque<Place> next = new ArrayDeque<>();
    List<Place> children = new ArrayList<>();
    Place whole = new Place(around, Reach.ALWAYS, false, List.of());
    addBlock(children, whole, Reach.ALWAYS, body);
    push(next, children);
    while (!next.isEmpty()) {
      Place place = next.pop();
      found.add(place);
      children.clear();
      addChildren(children, place);
      push(next, children);
    }
    return found;
  }

  private static void push(Deque<Place> next, List<Place> places) {
    for (int i = places.size() - 1; i >= 0; i--) {
      next.push(places.get(i));
    }
  }

  /** Adds the statements of a block; nothing behind the one that ends it runs. */
  private static void addBlock(
      List<Place> children, Place around, Reach within, List<Statement> statements) {
    Reach reach = within;
    for (int at = 0; at < statements.size(); at++) {
      Statement statement = statements.get(at);
      children.add(around.child(statement, reach));
      // Behind the last one there is nothing: an elif is alone in the else before it.
      reach =
          at + 1 < statements.size() && reach != Reach.NEVER
              ? reach.and(Reach.behind(statement))
              : reach;
    }
  }

  private static void addChildren(List<Place> children, Place place) {
    Node node = place.node();
    if (node instanceof FunctionDef
        || node instanceof Lambda
        || node instanceof ClassDef
        || node instanceof GeneratorExp) {
      return;
    }
    if (node instanceof Try attempt) {
      addChildren(children, place, attempt);
    } else if (node instanceof With block) {
      block.items().forEach(it -> children.add(place.child(it, Reach.ALWAYS)));
      addBlock(children, place.within(block), Reach.entering(block), block.body());
    } else if (node instanceof If branch) {
      children.add(place.child(branch.test(), Reach.MAYBE));
      Reach entered = Reach.entering(branch);
      addBlock(children, place, entered.and(Reach.body(branch.test())), branch.body());
      addBlock(children, place, entered.and(Reach.orElse(branch.test())), branch.orElse());
    } else if (node instanceof While loop) {
      children.add(place.child(loop.test(), Reach.MAYBE));
      Reach entered = Reach.entering(loop);
      addBlock(children, place, entered.and(Reach.body(loop.test())), loop.body());
      addBlock(children, place, entered.and(Reach.orElse(loop.test())), loop.orElse());
    } else if (node instanceof For loop) {
      children.add(place.child(loop.target(), Reach.ALWAYS));
      children.add(place.child(loop.iterable(), Reach.ALWAYS));
      Reach entered = Reach.entering(loop);
      addBlock(children, place, entered.and(Reach.body(loop)), loop.body());
      // A break passes the else by.
      boolean ends = loop.body().stream().allMatch(it -> Reach.behind(it) == Reach.ALWAYS);
      addBlock(children, place, entered.and(ends ? Reach.ALWAYS : Reach.MAYBE), loop.orElse());
    } else if (node instanceof Handler handler) {
      handler.type().ifPresent(it -> children.add(place.child(it, Reach.MAYBE)));
      addBlock(children, place, Reach.MAYBE, handler.body());
    } else if (node instanceof Case branch) {
      children.add(place.child(branch.pattern(), Reach.MAYBE));
      branch.guard().ifPresent(it -> children.add(place.child(it, Reach.MAYBE)));
      addBlock(children, place, Reach.MAYBE, branch.body());
    } else {
      addParts(children, place, node);
    }
  }

  /** Adds what stands in an expression or a simple statement. */
  private static void addParts(List<Place> children, Place place, Node node) {
    if (node instanceof ListComp it) {
      comprehension(children, place, it.clauses(), List.of(it.element()));
    } else if (node instanceof SetComp it) {
      comprehension(children, place, it.clauses(), List.of(it.element()));
    } else if (node instanceof DictComp it) {
      List<Expression> parts = new ArrayList<>(List.of(it.key()));
      it.value().ifPresent(parts::add);
      comprehension(children, place, it.clauses(), parts);
    } else if (node instanceof ForClause clause) {
      children.add(place.child(clause.target(), Reach.ALWAYS));
      children.add(place.child(clause.iterable(), Reach.ALWAYS));
      boolean any = Reach.elements(clause.iterable()) == Reach.ALWAYS;
      for (int at = 0; at < clause.conditions().size(); at++) {
        Reach reach = any && at == 0 ? Reach.ALWAYS : Reach.MAYBE;
        children.add(place.child(clause.conditions().get(at), reach));
      }
    } else if (node instanceof Assert it) {
      children.add(place.child(it.test(), Reach.ALWAYS));
      it.message().ifPresent(message -> children.add(place.child(message, Reach.MAYBE)));
    } else if (node instanceof Compare it) {
      children.add(place.child(it.left(), Reach.ALWAYS));
      // The first two are compared in every run, the others while the comparison holds.
      for (int at = 0; at < it.comparators().size(); at++) {
        Reach reach = at == 0 ? Reach.ALWAYS : Reach.MAYBE;
        children.add(place.child(it.comparators().get(at), reach));
      }
    } else {
      Reach reach = isBranching(node) ? Reach.MAYBE : Reach.ALWAYS;
      node.forEachChild(it -> children.add(place.child(it, reach)));
    }
  }

  private static void addChildren(List<Place> children, Place place, Try attempt) {
    boolean caught = !attempt.handlers().isEmpty();
    Place body = Caught.passesWrongLoops(attempt) ? place : place.guarding();
    addBlock(children, body, Reach.ALWAYS, attempt.body());
    // Nothing is raised by a body that does nothing.
    boolean quiet = attempt.body().stream().allMatch(Pass.class::isInstance);
    Reach handled = quiet ? Reach.NEVER : Reach.MAYBE;
    attempt.handlers().forEach(it -> children.add(place.child(it, handled)));
    // What the handlers are there for passes the else by.
    Reach behind = caught && !quiet ? Reach.MAYBE : Reach.ALWAYS;
    if (!attempt.orElse().isEmpty()) {
      for (Statement statement : attempt.body()) {
        behind = behind.and(Reach.behind(statement));
      }
    }
    addBlock(children, place, behind, attempt.orElse());
    addBlock(children, place, Reach.ALWAYS, attempt.finalBody());
  }

  private static void comprehension(
      List<Place> children, Place place, List<ForClause> clauses, List<Expression> parts) {
    Reach reach = Reach.element(clauses);
    parts.forEach(it -> children.add(place.child(it, reach)));
    for (int at = 0; at < clauses.size(); at++) {
      // The first iterable is evaluated in every run.
      Reach clause = at == 0 ? Reach.ALWAYS : Reach.MAYBE.and(reach);
      children.add(place.child(clauses.get(at), clause));
    }
  }

  private static boolean isBranching(Node node) {
    return node instanceof Match || node instanceof IfExp || node instanceof BoolOp;
  }

  /** Whether an exception is what a block waits for. */
  static boolean expects(With block) {
    return block.items().stream().map(FunctionCode::called).anyMatch(EXPECTING::contains);
  }

  /** Whether one that is raised on a wrong loop does not go past a block. */
  private static boolean guards(With block) {
    return block.items().stream()
        .filter(it -> EXPECTING.contains(called(it)))
        .anyMatch(
            it -> !called(it).equals("suppress") || !Caught.passesWrongLoops((Call) it.context()));
  }

  /** Whether a block that a call is entered in waits for an exception. */
  static boolean isExpecting(Call context) {
    return EXPECTING.contains(called(context));
  }

  private static String called(WithItem item) {
    return item.context() instanceof Call call ? called(call) : "";
  }

  private static String called(Call call) {
    return call.function() instanceof Attribute attribute
        ? attribute.attr()
        : call.function() instanceof Name bare ? bare.id() : "";
  }
}
