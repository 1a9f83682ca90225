package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.CompoundStatement.While;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Raise;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a run leaves a closing call out only if there is nothing to close: {@code if self.pool is
 * not None: await self.pool.close()}, the same behind {@code if self.pool is None: return}, and the
 * elements of a loop.
 */
final class ClosedIfThere {
  private final SourceFile file;
  private final List<FunctionCode.Place> code;

  /** In the code of a function. */
  ClosedIfThere(SourceFile file, List<FunctionCode.Place> code) {
    this.file = file;
    this.code = code;
  }

  /** Whether that holds for a call that closes what {@code closed} stands for. */
  boolean is(Node call, Expression closed) {
    Pattern name = Pattern.compile("(?<![\\w.])" + Pattern.quote(file.text(closed)) + "(?!\\w)");
    List<Node> asking = new ArrayList<>();
    for (FunctionCode.Place place : code) {
      Node node = place.node();
      if (node.start() >= call.start()) {
        continue;
      }
      if (node instanceof If branch && name.matcher(file.text(branch.test())).find()) {
        asking.add(branch);
      } else if (holds(node, call)
          ? mayPassBy(node, call, closed)
          : leaves(node) && asking.stream().noneMatch(it -> holds(it, node))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a statement around the call may leave it out for another reason. */
  private boolean mayPassBy(Node around, Node call, Expression closed) {
    if (around instanceof For loop) {
      return !file.text(loop.target()).equals(file.text(closed));
    }
    if (around instanceof Try attempt) {
      return attempt.body().stream().noneMatch(it -> holds(it, call))
          && attempt.finalBody().stream().noneMatch(it -> holds(it, call));
    }
    return around instanceof If || around instanceof While || around instanceof Match;
  }

  private static boolean leaves(Node node) {
    return node instanceof Return || node instanceof Raise;
  }

  private static boolean holds(Node outer, Node inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
