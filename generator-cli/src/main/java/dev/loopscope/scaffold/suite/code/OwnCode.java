package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.Clause.Handler;
import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.CompoundStatement.While;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Comprehension.GeneratorExp;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Operation.IfExp;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

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
    push(next, function.body().stream().map(it -> new Place(it, false, false, List.of())).toList());
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

  private static List<Place> children(Place place) {
    Node node = place.node();
    List<Place> children = new ArrayList<>();
    if (node instanceof FunctionDef
        || node instanceof Lambda
        || node instanceof ClassDef
        || node instanceof GeneratorExp) {
      return children;
    }
    if (node instanceof Try block) {
      block
          .body()
          .forEach(
              it -> children.add(block.handlers().isEmpty() ? place.below(it) : place.guarded(it)));
      block.handlers().forEach(it -> children.add(place.maybe(it)));
      block.orElse().forEach(it -> children.add(place.below(it)));
      block.finalBody().forEach(it -> children.add(place.below(it)));
    } else if (node instanceof With block) {
      block.items().forEach(it -> children.add(place.below(it)));
      block.body().forEach(it -> children.add(place.within(block, it)));
    } else if (isBranching(node)) {
      node.forEachChild(it -> children.add(place.maybe(it)));
    } else {
      node.forEachChild(it -> children.add(place.below(it)));
    }
    return children;
  }

  private static boolean isBranching(Node node) {
    return node instanceof If
        || node instanceof While
        || node instanceof Match
        || node instanceof Handler
        || node instanceof IfExp
        || node instanceof BoolOp;
  }

  private static boolean expects(With block) {
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
