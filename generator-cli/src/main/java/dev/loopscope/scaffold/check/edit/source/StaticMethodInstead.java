package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.collect.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an instance method of a test that is a static method. */
public final class StaticMethodInstead {
  private static final String DECORATOR = "staticmethod";

  private StaticMethodInstead() {}

  /** The fix, where the decorator has a line to itself and no parameter is called {@code self}. */
  public static Optional<Fix> of(Test test) {
    Optional<Expression> decorator =
        test.function().decorators().stream()
            .filter(it -> test.file().text(it).equals(DECORATOR))
            .findFirst();
    Optional<Edit> removal = decorator.flatMap(it -> DecoratorRemoval.edit(test.file(), it));
    boolean named = test.function().parameters().stream().anyMatch(it -> it.name().equals("self"));
    if (named || removal.isEmpty()) {
      return Optional.empty();
    }
    return ParameterAddition.first(test.file(), test.function(), "self")
        .map(
            it -> {
              List<Edit> edits = new ArrayList<>(List.of(removal.orElseThrow()));
              edits.add(it);
              return new Fix(Safety.UNSAFE, "make it an instance method", edits);
            });
  }
}
