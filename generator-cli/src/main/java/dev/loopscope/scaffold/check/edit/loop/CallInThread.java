package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.source.ImportAddition;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has an async function call a synchronous one in another thread, where no loop runs yet. */
public final class CallInThread {
  private CallInThread() {}

  /** The edits; absent if {@code asyncio} cannot be imported. */
  public static Optional<List<Edit>> of(SourceFile file, FunctionDef function, Call call) {
    Optional<List<Edit>> imports = ImportAddition.of(file, "asyncio");
    int end = call.function().end();
    int open = file.source().text().indexOf('(', end);
    // As in `(main)(1)`.
    boolean plain = open >= end && file.source().text().substring(end, open).isBlank();
    if (imports.isEmpty() || !function.async() || !plain) {
      return Optional.empty();
    }
    boolean bare =
        FunctionCode.of(file, function).nodes().stream()
            .anyMatch(
                it ->
                    (it instanceof ExpressionStatement statement && is(statement.value(), call))
                        || (it instanceof Assign assign && is(assign.value(), call)));
    boolean empty = call.arguments().isEmpty() && call.keywords().isEmpty();
    String before = (bare ? "" : "(") + "await asyncio.to_thread(";
    List<Edit> edits = new ArrayList<>(imports.orElseThrow());
    edits.add(new Edit(file.path(), call.start(), call.start(), before));
    edits.add(new Edit(file.path(), end, open + 1, empty ? "" : ", "));
    if (!bare) {
      edits.add(new Edit(file.path(), call.end(), call.end(), ")"));
    }
    return Optional.of(edits);
  }

  private static boolean is(Expression value, Call call) {
    return SameNode.is(value, call);
  }
}
