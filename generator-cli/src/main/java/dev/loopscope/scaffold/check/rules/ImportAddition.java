package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Edit;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Lets a module import one more module by its own name. */
final class ImportAddition {
  private ImportAddition() {}

  /**
   * The edits that make {@code import module} hold at module level: none if it is there already.
   * Absent if the name means something else in the file, or no import stands there to follow.
   */
  static Optional<List<Edit>> of(SourceFile file, String module) {
    List<Statement> body = file.tree().module().body();
    if (body.stream().anyMatch(statement -> imports(statement, module))) {
      return Optional.of(List.of());
    }
    if (file.names().bound().contains(module)) {
      return Optional.empty();
    }
    return neighbour(file, body, module).map(it -> List.of(after(file, it, module)));
  }

  private static boolean imports(Statement statement, String module) {
    return statement instanceof Import names
        && names.names().stream()
            .anyMatch(
                alias ->
                    alias.name().equals(module)
                        && alias.asName().filter(as -> !as.equals(module)).isEmpty());
  }

  /** The last of the first imports that sorts before the new one, else the first import of all. */
  private static Optional<Statement> neighbour(
      SourceFile file, List<Statement> body, String module) {
    List<Statement> plain =
        body.stream()
            .takeWhile(it -> !isCode(it))
            .filter(Import.class::isInstance)
            .filter(it -> ownsLine(file, it))
            .toList();
    Optional<Statement> before =
        plain.stream()
            .filter(it -> ((Import) it).names().get(0).name().compareTo(module) < 0)
            .reduce((first, last) -> last);
    Optional<Statement> pytest =
        plain.stream()
            .filter(it -> ((Import) it).names().get(0).name().equals("pytest"))
            .findFirst();
    boolean standard = module.equals("asyncio");
    if (!standard && pytest.isPresent()) {
      return pytest;
    }
    return before.or(() -> anyImport(file, body));
  }

  private static Optional<Statement> anyImport(SourceFile file, List<Statement> body) {
    return body.stream()
        .takeWhile(it -> !isCode(it))
        .filter(it -> it instanceof Import || it instanceof ImportFrom)
        .filter(it -> ownsLine(file, it))
        .findFirst();
  }

  private static boolean isCode(Statement statement) {
    boolean docstring =
        statement instanceof ExpressionStatement expression
            && expression.value() instanceof StringLiteral;
    return !(docstring || statement instanceof Import || statement instanceof ImportFrom);
  }

  private static boolean ownsLine(SourceFile file, Statement statement) {
    SourceText source = file.source();
    int lineEnd = source.text().indexOf('\n', statement.end());
    return lineEnd >= 0
        && source.lineStart(source.lineAt(statement.start())) == statement.start()
        && !source.text().substring(statement.end(), lineEnd).contains(";");
  }

  private static Edit after(SourceFile file, Statement statement, String module) {
    String text = file.source().text();
    int next = text.indexOf('\n', statement.end()) + 1;
    String lineEnd = text.startsWith("\r\n", next - 2) && next >= 2 ? "\r\n" : "\n";
    return new Edit(file.path(), next, next, "import " + module + lineEnd);
  }
}
