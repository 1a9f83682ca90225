package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import java.util.List;
import java.util.Optional;

/** Finds the classes that methods stand in. */
public final class Owners {
  private Owners() {}

  /** The class in whose body a function stands; empty if it stands in none. */
  public static Optional<ClassRef> of(SourceFile file, FunctionDef function) {
    Optional<ClassDef> innermost = Optional.empty();
    Optional<Statement> next = around(file.tree().module().body(), function);
    while (next.isPresent() && next.get() instanceof ClassDef it) {
      innermost = Optional.of(it);
      next = around(it.body(), function);
    }
    return innermost
        .filter(
            it -> around(it.body(), function).filter(inner -> isIt(inner, function)).isPresent())
        .map(it -> new ClassRef(file, it));
  }

  /** The statement of a body that a function is or stands in. */
  private static Optional<Statement> around(List<Statement> body, FunctionDef function) {
    int low = 0;
    int high = body.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Statement statement = body.get(middle);
      if (function.start() < statement.start()) {
        high = middle - 1;
      } else if (statement.end() < function.end()) {
        low = middle + 1;
      } else {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isIt(Statement statement, FunctionDef function) {
    return statement == function;
  }
}
