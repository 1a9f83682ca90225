package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a fixture request another fixture in the place of one, and use it as that one. */
public final class ParameterRenaming {
  private ParameterRenaming() {}

  /** The fix; absent if the function knows the new name already. */
  public static Optional<Fix> of(Fixture fixture, String name, String other) {
    SourceFile file = fixture.file();
    FunctionDef function = fixture.function();
    List<Edit> edits = new ArrayList<>();
    boolean[] known = new boolean[1];
    for (Parameter parameter : function.parameters()) {
      known[0] |= parameter.name().equals(other);
      if (parameter.name().equals(name)) {
        int start = parameter.start();
        edits.add(new Edit(file.path(), start, start + name.length(), other));
      }
    }
    for (Statement statement : function.body()) {
      Walk.preOrder(
          statement,
          node -> {
            if (node instanceof Name use) {
              known[0] |= use.id().equals(other);
              if (use.id().equals(name)) {
                edits.add(new Edit(file.path(), use.start(), use.end(), other));
              }
            }
          });
    }
    return known[0]
        ? Optional.empty()
        : Optional.of(
            new Fix(Safety.UNSAFE, "request `" + other + "` in place of `" + name + "`", edits));
  }
}
