package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.CompoundStatement.While;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Break;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Raise;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a run leaves a closing call out only if there is nothing to close: {@code if self.pool is
 * not None: await self.pool.close()}, the same behind {@code if self.pool is None: return}, the
 * elements of a loop, and what is opened under the same conditions.
 */
final class ClosedIfThere {
  private final SourceFile file;
  private final List<FunctionCode.Place> code;

  private final Node call;
  private final Optional<Expression> closed;

  /**
   * In the code of a function.
   *
   * @param call what closes
   * @param closed what it closes, as it is written there; empty if that is not written
   */
  ClosedIfThere(
      SourceFile file, List<FunctionCode.Place> code, Node call, Optional<Expression> closed) {
    this.file = file;
    this.code = code;
    this.call = call;
    this.closed = closed;
  }

  /** Whether that holds, if it is opened in the same function, for what is opened there. */
  boolean is(Optional<Node> opening) {
    List<Node> asking = new ArrayList<>();
    for (FunctionCode.Place place : code) {
      Node node = place.node();
      if (node.start() >= call.start()) {
        continue;
      }
      if (node instanceof If branch && asks(branch)) {
        asking.add(branch);
      } else if (holds(node, call)
          ? mayPassBy(node) && opening.filter(it -> isBeside(it, node)).isEmpty()
          : leaves(node, opening) && asking.stream().noneMatch(it -> holds(it, node))) {
        return false;
      }
    }
    return true;
  }

  private boolean asks(If branch) {
    return closed
        .map(it -> "(?<![\\w.])" + Pattern.quote(file.text(it)) + "(?!\\w)")
        .filter(it -> Pattern.compile(it).matcher(file.text(branch.test())).find())
        .isPresent();
  }

  /** Whether a statement around the call may leave it out for another reason. */
  private boolean mayPassBy(Node around) {
    if (around instanceof For loop) {
      return closed.filter(it -> file.text(loop.target()).equals(file.text(it))).isEmpty();
    }
    if (around instanceof Try attempt) {
      return !isIn(attempt.body(), call) && !isIn(attempt.finalBody(), call);
    }
    return around instanceof If || around instanceof While || around instanceof Match;
  }

  /** Whether what opens it runs only if the part of a statement does that the call stands in. */
  private boolean isBeside(Node opening, Node around) {
    if (around instanceof If branch) {
      return isUnder(opening, branch)
          || code.stream()
              .map(FunctionCode.Place::node)
              .filter(it -> it instanceof If other && isSameTest(other, branch))
              .anyMatch(it -> isUnder(opening, (If) it));
    }
    if (around instanceof Try attempt) {
      // What a body raises that opens it, it has not opened.
      return (isIn(attempt.orElse(), call)
              && (isIn(attempt.orElse(), opening) || isIn(attempt.body(), opening)))
          || attempt.handlers().stream().anyMatch(it -> holds(it, call) && holds(it, opening));
    }
    if (around instanceof For loop) {
      return isIn(loop.body(), call) && isIn(loop.body(), opening);
    }
    if (around instanceof While loop) {
      return isIn(loop.body(), call) && isIn(loop.body(), opening);
    }
    return around instanceof Match choice
        && choice.cases().stream().anyMatch(it -> holds(it, call) && holds(it, opening));
  }

  private boolean isSameTest(If one, If other) {
    return file.text(one.test()).equals(file.text(other.test())) && isIn(other.body(), call);
  }

  private boolean isUnder(Node opening, If branch) {
    boolean inElse = isIn(branch.orElse(), call);
    return isIn(inElse ? branch.orElse() : branch.body(), opening);
  }

  /**
   * Whether a statement before the call passes it by, and what is opened as well: who returns hands
   * out what is open, who raises fails, and who goes on opens it anew.
   */
  private static boolean leaves(Node node, Optional<Node> opening) {
    return opening.isPresent()
        ? node instanceof Break && node.start() > opening.orElseThrow().start()
        : node instanceof Return || node instanceof Raise;
  }

  private static boolean isIn(List<Statement> block, Node node) {
    return block.stream().anyMatch(it -> holds(it, node));
  }

  private static boolean holds(Node outer, Node inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
