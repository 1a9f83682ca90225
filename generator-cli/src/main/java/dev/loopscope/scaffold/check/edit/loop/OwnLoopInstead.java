package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.edit.Conversion;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.source.StatementDeletion;
import dev.loopscope.scaffold.check.evidence.OwnLoop;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a synchronous function await, on the loop that runs it, what it ran on a loop of its own.
 */
public final class OwnLoopInstead {
  private OwnLoopInstead() {}

  /** The edits of a function, its decorators left out. */
  public static Conversion of(SourceFile file, FunctionDef function, Resolver resolver) {
    OwnLoop loop = OwnLoop.of(file, function, resolver);
    if (loop.obstacle().isPresent()) {
      return new Conversion.Refused(loop.obstacle().orElseThrow());
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(file.path(), function.start(), function.start(), "async "));
    for (Call run : loop.runs()) {
      edits.add(AwaitedRun.edit(file, function, run, run.arguments().get(0)));
    }
    for (Statement statement : loop.handling()) {
      edits.add(StatementDeletion.within(file, statement));
    }
    return new Conversion.Made(edits);
  }
}
