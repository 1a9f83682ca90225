package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Where a module's docstring and imports end. */
public final class TopOfModule {
  private TopOfModule() {}

  /** Whether a statement is neither an import nor a docstring. */
  public static boolean isCode(Statement statement) {
    boolean docstring =
        statement instanceof ExpressionStatement expression
            && expression.value() instanceof StringLiteral;
    return !(docstring || statement instanceof Import || statement instanceof ImportFrom);
  }

  /**
   * The start of the line of the first statement that {@link #isCode}, or of the comment right
   * above it; absent if there is none that starts its line.
   */
  public static Optional<Integer> firstCode(SourceFile file) {
    SourceText source = file.source();
    String text = source.text();
    for (Statement statement : file.tree().module().body()) {
      if (isCode(statement)) {
        int at = withComment(source, source.lineAt(start(statement)));
        boolean startsLine =
            Character.isJavaIdentifierStart(text.charAt(at)) || "@#".indexOf(text.charAt(at)) >= 0;
        return startsLine ? Optional.of(at) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Where the comment right above a line starts; what stands on the first line is about the file.
   */
  private static int withComment(SourceText source, int line) {
    int first = line;
    while (first > 1 && source.text().startsWith("#", source.lineStart(first - 1))) {
      first--;
    }
    return source.lineStart(first == 1 ? line : first);
  }

  /** The start of the first function or class that starts its line, its decorators included. */
  public static Optional<Integer> firstDefinition(SourceFile file) {
    return file.tree().module().body().stream()
        .filter(it -> it instanceof FunctionDef || it instanceof ClassDef)
        .findFirst()
        .map(it -> withComment(file.source(), file.source().lineAt(start(it))));
  }

  private static int start(Statement statement) {
    List<Expression> decorators =
        statement instanceof FunctionDef function
            ? function.decorators()
            : statement instanceof ClassDef type ? type.decorators() : List.of();
    return decorators.isEmpty() ? statement.start() : decorators.get(0).start();
  }
}
