package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Edit;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Optional;

/** Takes a function out of a module. */
final class DeletedFunction {
  private DeletedFunction() {}

  /**
   * Deletes a function of the module's top level with its decorators, the comments of its body and
   * the blank lines behind it, or, at the end of the file, those before it. Nothing for other
   * functions, whose block might be left empty, and where a decorator shares its line with
   * something else.
   */
  static Optional<Edit> edit(SourceFile file, FunctionDef function) {
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
    int end = lineEnd(text, function.end());
    int next = end;
    while (next < text.length() && belongsTo(text.substring(next, lineEnd(text, next)))) {
      next = lineEnd(text, next);
    }
    if (next == text.length()) {
      while (start > 0 && previousLine(text, start).isBlank()) {
        start -= previousLine(text, start).length();
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

  /** The offset behind the line feed of the line that {@code offset} stands in. */
  private static int lineEnd(String text, int offset) {
    int lineFeed = text.indexOf('\n', offset);
    return lineFeed < 0 ? text.length() : lineFeed + 1;
  }

  private static String previousLine(String text, int lineStart) {
    int before = text.lastIndexOf('\n', lineStart - 2);
    return text.substring(before + 1, lineStart);
  }
}
