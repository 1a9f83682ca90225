package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads decorators that the project defines: functions that return an inner function, the function
 * they are given, or a decorator of one of these forms.
 */
final class ProjectDecorators {
  private final Resolver resolver;

  ProjectDecorators(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * What a decorator makes of a function of the kind {@code inner}; empty if it is not a function
   * of the project, or has another form.
   */
  Optional<Reading<FunctionKind>> applied(
      SourceFile file, Expression decorator, FunctionKind inner) {
    Resolution resolution = resolver.resolve(file, decorator);
    if (resolution instanceof Resolution.Function function) {
      return decorated(function.file(), function.definition(), inner);
    }
    if (resolution instanceof Resolution.Value value
        && value.expression() instanceof Call call
        && resolver.resolve(value.file(), call.function()) instanceof Resolution.Function factory) {
      return made(factory.file(), factory.definition(), inner);
    }
    return Optional.empty();
  }

  /** What a decorator gives, if all its {@code return} statements agree. */
  private Optional<Reading<FunctionKind>> decorated(
      SourceFile file, FunctionDef decorator, FunctionKind inner) {
    return agreed(
        file,
        decorator,
        returned -> {
          boolean same =
              !decorator.parameters().isEmpty()
                  && isMarked(file, decorator.parameters().get(0).name(), returned);
          if (same) {
            return Optional.of(Reading.known(inner));
          }
          return returned instanceof Name name
              ? inner(file, decorator, name.id())
                  .map(it -> Reading.known(FunctionKind.of(file, it)))
              : Optional.empty();
        });
  }

  /** What the decorator gives that a function returns: a mark, or an inner function. */
  private Optional<Reading<FunctionKind>> made(
      SourceFile file, FunctionDef factory, FunctionKind inner) {
    return agreed(
        file,
        factory,
        returned -> {
          if (isMark(file, returned) || isIdentity(file, returned)) {
            return Optional.of(Reading.known(inner));
          }
          return returned instanceof Name name
              ? inner(file, factory, name.id()).flatMap(it -> decorated(file, it, inner))
              : Optional.empty();
        });
  }

  private static Optional<Reading<FunctionKind>> agreed(
      SourceFile file,
      FunctionDef function,
      Function<Expression, Optional<Reading<FunctionKind>>> kindOf) {
    Set<Optional<Reading<FunctionKind>>> kinds = new HashSet<>();
    if (FunctionKind.of(file, function) == FunctionKind.SYNC) {
      Given.of(file, function).values().forEach(it -> kinds.add(it.expression().flatMap(kindOf)));
    }
    return kinds.size() == 1 ? kinds.iterator().next() : Optional.empty();
  }

  /** {@code pytest.mark.slow(function)}, and marks of marks: the function itself. */
  private boolean isMarked(SourceFile file, String function, Expression returned) {
    Expression inner = returned;
    while (inner instanceof Call call
        && call.arguments().size() == 1
        && isMark(file, call.function())) {
      inner = call.arguments().get(0);
    }
    return inner instanceof Name name && name.id().equals(function);
  }

  private boolean isMark(SourceFile file, Expression expression) {
    return resolver
        .qualifiedName(file, expression)
        .or(() -> resolver.calledName(file, expression))
        .filter(it -> it.startsWith("pytest.mark."))
        .isPresent();
  }

  /** A function that gives what it gets, or that with marks. */
  private boolean isIdentity(SourceFile file, Expression expression) {
    return expression instanceof Lambda lambda
        && lambda.parameters().size() == 1
        && isMarked(file, lambda.parameters().get(0).name(), lambda.body());
  }

  /** The function that is defined once in the body under this name, whatever block it stands in. */
  private static Optional<FunctionDef> inner(SourceFile file, FunctionDef outer, String name) {
    List<FunctionDef> found =
        FunctionCode.of(file, outer).nodes().stream()
            .filter(it -> it instanceof FunctionDef)
            .map(FunctionDef.class::cast)
            .filter(it -> it.name().id().equals(name))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
