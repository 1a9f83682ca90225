package dev.loopscope.scaffold.suite.module.name;

import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.CompoundStatement;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.CompoundStatement.While;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.OpaqueStatement;
import dev.loopscope.scaffold.python.tree.Operation;
import dev.loopscope.scaffold.python.tree.Pattern;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Binds the targets of statements with blocks, and queues the blocks to be visited. */
final class NestedBlocks {
  private final SimpleBindings simple;
  private final Deque<BindingCollector.Pending> pending;

  NestedBlocks(NameScope.Contents contents, Deque<BindingCollector.Pending> pending) {
    this.simple = new SimpleBindings(contents);
    this.pending = pending;
  }

  void visit(CompoundStatement statement, Block block) {
    if (statement instanceof If it) {
      simple.expressions(it.test(), block);
      branches(it, block);
    } else if (statement instanceof For it) {
      simple.expressions(it.iterable(), block);
      Block body = within(block, Block.Kind.LOOP, it, it.iterable().end(), it.body());
      simple.opaque(it.target(), "is the target of a loop", it.iterable().end(), body);
      add(it.body(), body);
      add(it.orElse(), within(block, Block.Kind.ATTEMPT, it, end(it.body()), it.orElse()));
    } else if (statement instanceof While it) {
      simple.expressions(it.test(), block);
      add(it.body(), within(block, Block.Kind.LOOP, it, it.test().end(), it.body()));
      add(it.orElse(), within(block, Block.Kind.ATTEMPT, it, end(it.body()), it.orElse()));
    } else if (statement instanceof With it) {
      it.items().forEach(item -> enter(it, item, block));
      add(it.body(), block);
    } else if (statement instanceof Try it) {
      attempt(it, block);
    } else if (statement instanceof Match it) {
      simple.expressions(it.subject(), block);
      it.cases().forEach(branch -> branch(it, branch, block));
    }
  }

  void unreadable(OpaqueStatement it, Block block) {
    add(it.body(), within(block, Block.Kind.UNREADABLE, it, it.start(), it.body()));
  }

  private void branches(If it, Block block) {
    int bodyEnd = end(it.body());
    Optional<Boolean> truth = isMain(it.test()) ? Optional.of(false) : Truth.of(it.test());
    if (truth.isEmpty()) {
      add(it.body(), within(block, Block.Kind.BRANCH, it, it.test().end(), it.body()));
      add(it.orElse(), within(block, Block.Kind.BRANCH, it, bodyEnd, it.orElse()));
    } else if (truth.orElseThrow()) {
      add(it.body(), block);
      add(it.orElse(), within(block, Block.Kind.NEVER, it, bodyEnd, it.orElse()));
    } else {
      add(it.body(), within(block, Block.Kind.NEVER, it, it.test().end(), it.body()));
      add(it.orElse(), block);
    }
  }

  /** {@code __name__ == "__main__"}, which is false when pytest imports a module. */
  private static boolean isMain(Expression test) {
    return test instanceof Operation.Compare compare
        && compare.left() instanceof Primary.Name name
        && name.id().equals("__name__");
  }

  private void enter(With with, Clause.WithItem item, Block block) {
    simple.expressions(item.context(), block);
    item.target()
        .ifPresent(
            target -> {
              if (target instanceof Primary.Name name) {
                Binding entered = new Binding.Entered(item.context(), with.async());
                simple.bind(name.id(), entered, item.end(), block);
              } else {
                simple.opaque(target, "is unpacked", item.end(), block);
              }
            });
  }

  private void attempt(Try it, Block block) {
    Block body =
        it.handlers().isEmpty()
            ? block
            : within(block, Block.Kind.ATTEMPT, it, it.start(), it.body());
    add(it.body(), body);
    for (Clause.Handler handler : it.handlers()) {
      handler.type().ifPresent(type -> simple.expressions(type, block));
      Block.Kind kind = catchesImports(handler) ? Block.Kind.FALLBACK : Block.Kind.ATTEMPT;
      Block caught = within(block, kind, it, handler.start(), handler.body());
      int from = handler.type().map(Expression::end).orElse(handler.start());
      handler
          .name()
          .ifPresent(
              name -> {
                Binding exception = new Binding.Opaque("`" + name + "` is a caught exception");
                simple.bind(name, exception, from, caught);
              });
      add(handler.body(), caught);
    }
    Block orElse =
        it.orElse().isEmpty()
            ? block
            : within(block, Block.Kind.ATTEMPT, it, start(it.orElse()), it.orElse());
    add(it.orElse(), orElse);
    add(it.finalBody(), block);
  }

  private static boolean catchesImports(Clause.Handler handler) {
    boolean[] found = {false};
    handler
        .type()
        .ifPresent(
            type ->
                Walk.preOrder(
                    type,
                    node ->
                        found[0] |=
                            node instanceof Primary.Name name
                                && (name.id().equals("ImportError")
                                    || name.id().equals("ModuleNotFoundError"))));
    return found[0];
  }

  private void branch(Match match, Clause.Case branch, Block block) {
    Block body = within(block, Block.Kind.BRANCH, match, branch.pattern().end(), branch.body());
    branch.guard().ifPresent(guard -> simple.expressions(guard, body));
    Walk.preOrder(
        branch.pattern(),
        node -> {
          Optional<String> name = Optional.empty();
          if (node instanceof Pattern.MatchAs as) {
            name = as.name();
          } else if (node instanceof Pattern.MatchStar star) {
            name = star.name();
          } else if (node instanceof Pattern.MatchMapping mapping) {
            name = mapping.rest();
          }
          name.ifPresent(
              it -> {
                Binding captured = new Binding.Opaque("`" + it + "` is captured by a pattern");
                simple.bind(it, captured, branch.pattern().end(), body);
              });
        });
    add(branch.body(), body);
  }

  private void add(List<Statement> statements, Block block) {
    if (!statements.isEmpty()) {
      pending.push(new BindingCollector.Pending(statements, block));
    }
  }

  private static Block within(
      Block outer, Block.Kind kind, Statement statement, int start, List<Statement> body) {
    int end = body.isEmpty() ? start : end(body);
    return new Block(Optional.of(outer), kind, start, end, statement.start(), statement.end());
  }

  private static int start(List<Statement> body) {
    return body.get(0).start();
  }

  private static int end(List<Statement> body) {
    return body.get(body.size() - 1).end();
  }
}
