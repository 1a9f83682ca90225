package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.check.evidence.OwnLoop;
import dev.loopscope.scaffold.python.source.SourceText;
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
      edits.add(deletion(file, statement));
    }
    return new Conversion.Made(edits);
  }

  /** The lines of a statement; of one that is alone in its block, something has to stay. */
  private static Edit deletion(SourceFile file, Statement statement) {
    SourceText source = file.source();
    int start = source.lineStart(source.lineAt(statement.start()));
    int end = source.lineEnd(statement.end());
    String text = source.text();
    boolean ownLines =
        text.substring(start, statement.start()).isBlank()
            && text.substring(statement.end(), end).isBlank();
    int indent = statement.start() - start;
    int above = start;
    do {
      above = above == 0 ? -1 : source.lineStart(source.lineAt(above) - 1);
    } while (above > 0 && text.substring(above, source.lineEnd(above)).isBlank());
    int below = end;
    while (below < text.length() && text.substring(below, source.lineEnd(below)).isBlank()) {
      below = source.lineEnd(below);
    }
    boolean first =
        above >= 0 && text.substring(above, source.lineEnd(above)).stripTrailing().endsWith(":");
    int next = below;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    boolean last = next - below < indent || next == text.length();
    return ownLines && !(first && last)
        ? new Edit(file.path(), start, end, "")
        : new Edit(file.path(), statement.start(), statement.end(), "pass");
  }
}
