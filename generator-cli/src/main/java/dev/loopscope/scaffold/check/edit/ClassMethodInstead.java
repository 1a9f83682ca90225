package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.check.evidence.InstanceMethodFixture;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a class method of a fixture that is an instance method. */
public final class ClassMethodInstead {
  private ClassMethodInstead() {}

  /** The fix, where the instance is used for nothing else. */
  public static Optional<Fix> of(InstanceMethodFixture method) {
    FunctionDef function = method.fixture().function();
    SourceFile file = method.fixture().file();
    Parameter self = function.parameters().get(0);
    boolean clash =
        function.parameters().stream().anyMatch(it -> it.name().equals("cls"))
            || self.annotation().isPresent();
    int lineStart = file.source().lineStart(file.source().lineAt(function.start()));
    String indent = file.source().text().substring(lineStart, function.start());
    if (clash || !indent.isBlank() || !method.mayBeClassMethod()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(
        new Edit(
            file.path(),
            function.start(),
            function.start(),
            "@classmethod" + LineEnd.of(file) + indent));
    edits.add(new Edit(file.path(), self.start(), self.end(), "cls"));
    for (Name use : method.uses()) {
      edits.add(new Edit(file.path(), use.start(), use.end(), "cls"));
    }
    return Optional.of(new Fix(Safety.UNSAFE, "make it a class method", edits));
  }
}
