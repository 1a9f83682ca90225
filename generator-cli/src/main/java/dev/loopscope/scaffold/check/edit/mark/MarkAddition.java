package dev.loopscope.scaffold.check.edit.mark;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.source.ImportAddition;
import dev.loopscope.scaffold.check.edit.source.TopOfModule;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a mark on what has none. */
public final class MarkAddition {
  private MarkAddition() {}

  /**
   * The edits that decorate a function.
   *
   * @param mark as it is called, such as {@code pytest.mark.asyncio}
   */
  public static Optional<List<Edit>> toFunction(
      SourceFile file, FunctionDef function, String mark) {
    int first =
        function.decorators().isEmpty() ? function.start() : function.decorators().get(0).start();
    int lineStart = file.source().lineStart(file.source().lineAt(first));
    String before = file.source().text().substring(lineStart, first);
    String indent = before.endsWith("@") ? before.substring(0, before.length() - 1) : before;
    if (!indent.isBlank()) {
      return Optional.empty();
    }
    int at = lineStart + indent.length();
    return ImportAddition.of(file, "pytest")
        .map(imports -> with(imports, new Edit(file.path(), at, at, "@" + mark + "\n" + indent)));
  }

  /** The edits that decorate tests, each of their functions once. */
  public static Optional<List<Edit>> toTests(List<Test> tests, String mark) {
    Set<Edit> edits = new LinkedHashSet<>();
    for (Test test : tests) {
      Optional<List<Edit>> one = toFunction(test.file(), test.function(), mark);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(one.orElseThrow());
    }
    return Optional.of(List.copyOf(edits));
  }

  /** The edits that set {@code pytestmark} below the imports of a module that has no such name. */
  public static Optional<List<Edit>> toModule(SourceFile file, String mark) {
    Optional<Statement> last =
        file.tree().module().body().stream()
            .filter(it -> it instanceof Import || it instanceof ImportFrom)
            .reduce((former, latter) -> latter);
    if (last.isEmpty()) {
      String both = "import pytest\n\npytestmark = " + mark + "\n\n\n";
      return file.names().bound().contains("pytest")
          ? Optional.empty()
          : TopOfModule.firstCode(file).map(at -> List.of(new Edit(file.path(), at, at, both)));
    }
    if (!file.source().endsLine(last.orElseThrow().end())) {
      return Optional.empty();
    }
    int at = file.source().lineEnd(last.orElseThrow().end());
    return ImportAddition.of(file, "pytest")
        .map(
            imports ->
                joined(imports, new Edit(file.path(), at, at, "\npytestmark = " + mark + "\n")));
  }

  private static List<Edit> with(List<Edit> imports, Edit edit) {
    List<Edit> all = new ArrayList<>(imports);
    all.add(edit);
    return all;
  }

  /** An import that is added at the same place comes first. */
  private static List<Edit> joined(List<Edit> imports, Edit edit) {
    if (imports.stream().noneMatch(it -> it.start() == edit.start())) {
      return with(imports, edit);
    }
    String both = imports.get(0).replacement() + edit.replacement();
    return List.of(new Edit(edit.path(), edit.start(), edit.end(), both));
  }
}
