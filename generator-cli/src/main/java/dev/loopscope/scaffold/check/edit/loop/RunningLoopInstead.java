package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.LineEnd;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.source.ImportAddition;
import dev.loopscope.scaffold.check.edit.source.ParameterRemoval;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.ParameterKind;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a parameter for the loop out of an async function, which can ask for the running loop. */
public final class RunningLoopInstead {
  private RunningLoopInstead() {}

  /** The fix, if the function's text allows it by simple edits. */
  public static Optional<Fix> of(SourceFile file, FunctionDef function, Parameter parameter) {
    Optional<Edit> removal = ParameterRemoval.edit(file, function, parameter);
    if (removal.isEmpty() || parameter.kind() != ParameterKind.POSITIONAL_OR_KEYWORD) {
      return Optional.empty();
    }
    if (!isUsed(function, parameter.name())) {
      return Optional.of(
          new Fix(
              Safety.SAFE,
              "remove the unused parameter `" + parameter.name() + "`",
              List.of(removal.orElseThrow())));
    }
    Optional<List<Edit>> binding = binding(file, function, parameter.name());
    if (binding.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(binding.orElseThrow());
    edits.add(removal.orElseThrow());
    return Optional.of(
        new Fix(Safety.UNSAFE, "ask for the running loop in place of the parameter", edits));
  }

  /** The edits that make the running loop the value of a name, from the first statement on. */
  static Optional<List<Edit>> binding(SourceFile file, FunctionDef function, String name) {
    Optional<Edit> statement = firstStatement(file, function, name);
    Optional<List<Edit>> imports = ImportAddition.of(file, "asyncio");
    if (statement.isEmpty() || imports.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(imports.orElseThrow());
    edits.add(statement.orElseThrow());
    return Optional.of(edits);
  }

  private static boolean isUsed(FunctionDef function, String name) {
    List<Node> uses = new ArrayList<>();
    for (Statement statement : function.body()) {
      Walk.preOrder(
          statement,
          node -> {
            if (node instanceof Name use && use.id().equals(name)) {
              uses.add(use);
            }
          });
    }
    return !uses.isEmpty();
  }

  private static Optional<Edit> firstStatement(SourceFile file, FunctionDef function, String name) {
    Optional<Statement> first = function.body().stream().filter(it -> !isText(it)).findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int start = start(first.orElseThrow());
    int lineStart = file.source().lineStart(file.source().lineAt(start));
    String indent = file.source().text().substring(lineStart, start);
    if (!indent.isBlank() || indent.isEmpty()) {
      return Optional.empty();
    }
    String line = name + " = asyncio.get_running_loop()" + LineEnd.of(file) + indent;
    return Optional.of(new Edit(file.path(), start, start, line));
  }

  /** The decorators of a definition stand before it, each behind its {@code @}. */
  private static int start(Statement statement) {
    List<Expression> decorators =
        statement instanceof FunctionDef function
            ? function.decorators()
            : statement instanceof ClassDef type ? type.decorators() : List.of();
    return decorators.isEmpty() ? statement.start() : decorators.get(0).start() - 1;
  }

  private static boolean isText(Statement statement) {
    return statement instanceof ExpressionStatement expression
        && expression.value() instanceof StringLiteral;
  }
}
