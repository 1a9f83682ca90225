package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Optional;

/** Takes a function out of a module. */
public final class DeletedFunction {
  private DeletedFunction() {}

  /**
   * Deletes a function of the module's top level with its decorators, the comments of its body and
   * the blank lines behind it, or, at the end of the file, those before it. Nothing for other
   * functions, whose block might be left empty, and where a decorator shares its line with
   * something else.
   */
  public static Optional<Edit> edit(SourceFile file, FunctionDef function) {
    boolean topLevel =
        file.tree().module().body().stream().anyMatch(statement -> statement == function);
    SourceText source = file.source();
    int first = function.decorators().isEmpty() ? function.start() : decoratorsStart(function);
    int start = source.lineStart(source.lineAt(first));
    String text = source.text();
    boolean ownLines = function.decorators().isEmpty() ? start == first : text.charAt(start) == '@';
    if (!topLevel || !ownLines) {
      return Optional.empty();
    }
    int next = source.lineEnd(function.end());
    while (next < text.length() && belongsTo(text.substring(next, source.lineEnd(next)))) {
      next = source.lineEnd(next);
    }
    if (next == text.length()) {
      while (start > 0 && previousLine(source, start).isBlank()) {
        start -= previousLine(source, start).length();
      }
    }
    return Optional.of(new Edit(file.path(), start, next, ""));
  }

  /** A comment behind the last statement of the body is indented, and is none of the module's. */
  private static boolean belongsTo(String line) {
    return line.isBlank()
        || (Character.isWhitespace(line.charAt(0)) && line.stripLeading().startsWith("#"));
  }

  private static int decoratorsStart(FunctionDef function) {
    return function.decorators().get(0).start();
  }

  private static String previousLine(SourceText source, int lineStart) {
    return source.text().substring(source.lineStart(source.lineAt(lineStart) - 1), lineStart);
  }
}
