package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolution;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      return returned(function.definition()).flatMap(it -> kind(function.definition(), it, inner));
    }
    if (resolution instanceof Resolution.Value value
        && value.expression() instanceof Call call
        && resolver.resolve(value.file(), call.function()) instanceof Resolution.Function factory) {
      return returned(factory.definition())
          .flatMap(name -> inner(factory.definition(), name))
          .flatMap(decorating -> returned(decorating).flatMap(it -> kind(decorating, it, inner)));
    }
    return Optional.empty();
  }

  private static Optional<Reading<FunctionKind>> kind(
      FunctionDef decorating, String returned, FunctionKind inner) {
    boolean given =
        !decorating.parameters().isEmpty()
            && decorating.parameters().get(0).name().equals(returned);
    if (given) {
      return Optional.of(Reading.known(inner));
    }
    return inner(decorating, returned).map(it -> Reading.known(FunctionKind.of(it)));
  }

  /** The function that is defined once in the body under this name, whatever block it stands in. */
  private static Optional<FunctionDef> inner(FunctionDef outer, String name) {
    List<FunctionDef> found =
        OwnNodes.of(outer).stream()
            .filter(it -> it instanceof FunctionDef)
            .map(FunctionDef.class::cast)
            .filter(it -> it.name().id().equals(name))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The one name that all {@code return} statements of a function return. */
  private static Optional<String> returned(FunctionDef function) {
    List<String> names = new ArrayList<>();
    for (Node node : OwnNodes.of(function)) {
      if (node instanceof Return statement) {
        names.add(
            statement
                .value()
                .filter(Name.class::isInstance)
                .map(it -> ((Name) it).id())
                .orElse(""));
      }
    }
    return names.stream().distinct().count() == 1 && !names.get(0).isEmpty()
        ? Optional.of(names.get(0))
        : Optional.empty();
  }
}
