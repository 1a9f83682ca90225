package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.module.SourceFile;

/** What an expression stands for, once names, attributes and imports are followed. */
public sealed interface Resolution {
  /**
   * Something outside the project.
   *
   * @param qualifiedName module and name as they were imported, aliases undone: {@code
   *     pytest.mark.asyncio}, {@code builtins.list}
   */
  record External(String qualifiedName) implements Resolution {}

  /** A function of the project, decorated or not. */
  record Function(SourceFile file, FunctionDef definition) implements Resolution {}

  /** A class of the project. */
  @SuppressWarnings("JavaLangClash")
  record Class(SourceFile file, ClassDef definition) implements Resolution {
    /** The class, comparable. */
    public ClassRef reference() {
      return new ClassRef(file, definition);
    }
  }

  /**
   * What an expression evaluates to: a call, a literal, a display, an operation. Never a bare name
   * or attribute.
   *
   * @param file where the expression stands
   */
  record Value(SourceFile file, Expression expression) implements Resolution {}

  /**
   * What a {@code with} statement binds: the result of entering a context manager.
   *
   * @param file where the expression stands
   * @param context the context manager
   * @param async whether it is entered by {@code async with}
   */
  record Entered(SourceFile file, Expression context, boolean async) implements Resolution {}

  /** A module of the project, or a package with an {@code __init__.py}. */
  record Module(SourceFile file) implements Resolution {}

  /**
   * A directory without {@code __init__.py} that Python may import as a namespace package.
   *
   * @param directory its path, relative to the checked directory, with {@code /}
   * @param qualifiedName the dotted name it was asked for by
   */
  record Namespace(String directory, String qualifiedName) implements Resolution {}

  /**
   * Anything.
   *
   * @param reason why it cannot be told, as a clause without a final full stop
   */
  record Unresolved(String reason) implements Resolution {}
}
