package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.LineEnd;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Lets a module import one more module by its own name. */
public final class ImportAddition {
  private ImportAddition() {}

  /**
   * The edits that make {@code import module} hold at module level: none if it is there already.
   * Absent if the name means something else in the file, or there is no place for it.
   */
  public static Optional<List<Edit>> of(SourceFile file, String module) {
    List<Statement> body = file.tree().module().body();
    if (body.stream().anyMatch(statement -> imports(statement, module))) {
      return Optional.of(List.of());
    }
    if (file.names().bound().contains(module)) {
      return Optional.empty();
    }
    return insertion(file, body, module).map(List::of);
  }

  private static boolean imports(Statement statement, String module) {
    return statement instanceof Import names
        && names.names().stream()
            .anyMatch(
                alias ->
                    alias.name().equals(module)
                        && alias.asName().filter(as -> !as.equals(module)).isEmpty());
  }

  /** Where the imports at the top, if they are sorted, have their place for the new one. */
  private static Optional<Edit> insertion(SourceFile file, List<Statement> body, String module) {
    List<Statement> imports =
        body.stream()
            .takeWhile(it -> !TopOfModule.isCode(it))
            .filter(it -> it instanceof Import || it instanceof ImportFrom)
            .filter(it -> ownsLine(file, it))
            .toList();
    List<Import> plain =
        imports.stream().filter(Import.class::isInstance).map(Import.class::cast).toList();
    String group = module.startsWith("pytest") ? "pytest" : module;
    Optional<Import> before =
        plain.stream()
            .filter(it -> it.names().get(0).name().compareTo(group) <= 0)
            .reduce((first, last) -> last);
    if (before.isPresent()) {
      return before.map(it -> after(file, it, module));
    }
    Optional<Statement> next =
        plain.isEmpty()
            ? imports.stream().filter(it -> !isFuture(it)).findFirst()
            : Optional.of(plain.get(0));
    return next.isPresent() ? next.map(it -> before(file, it, module)) : first(file, module);
  }

  /** The first import of a module stands below its docstring. */
  private static Optional<Edit> first(SourceFile file, String module) {
    return TopOfModule.firstCode(file)
        .map(at -> new Edit(file.path(), at, at, "import " + module + "\n\n\n"));
  }

  private static boolean isFuture(Statement statement) {
    return statement instanceof ImportFrom from
        && from.module().filter("__future__"::equals).isPresent();
  }

  private static boolean ownsLine(SourceFile file, Statement statement) {
    SourceText source = file.source();
    int lineEnd = source.lineEnd(statement.end());
    return source.endsLine(statement.end())
        && source.lineStart(source.lineAt(statement.start())) == statement.start()
        && !source.text().substring(statement.end(), lineEnd).contains(";");
  }

  private static Edit after(SourceFile file, Statement statement, String module) {
    int next = file.source().lineEnd(statement.end());
    return new Edit(file.path(), next, next, "import " + module + LineEnd.of(file));
  }

  private static Edit before(SourceFile file, Statement statement, String module) {
    int start = statement.start();
    return new Edit(file.path(), start, start, "import " + module + LineEnd.of(file));
  }
}
