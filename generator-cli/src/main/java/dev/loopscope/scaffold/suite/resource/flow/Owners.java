package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import java.util.List;
import java.util.Optional;

/** Finds the classes that methods stand in. */
final class Owners {
  private Owners() {}

  /** The class in whose body a function stands; empty if it stands in none. */
  static Optional<ClassRef> of(SourceFile file, FunctionDef function) {
    List<Statement> body = file.tree().module().body();
    Optional<ClassDef> innermost = Optional.empty();
    for (Optional<ClassDef> next = around(body, function);
        next.isPresent();
        next = around(next.orElseThrow().body(), function)) {
      innermost = next;
    }
    return innermost
        .filter(it -> it.body().stream().anyMatch(statement -> isIt(statement, function)))
        .map(it -> new ClassRef(file, it));
  }

  private static Optional<ClassDef> around(List<Statement> body, FunctionDef function) {
    return body.stream()
        .filter(it -> it.start() <= function.start() && function.end() <= it.end())
        .filter(ClassDef.class::isInstance)
        .map(ClassDef.class::cast)
        .findFirst();
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isIt(Statement statement, FunctionDef function) {
    return statement == function;
  }
}
