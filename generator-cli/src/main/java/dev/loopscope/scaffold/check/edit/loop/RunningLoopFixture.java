package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.source.ImportAddition;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An async fixture {@code event_loop} that gives the loop it runs on, as the plugin's own fixture
 * did before pytest-asyncio 1.0. What requests it can go on driving that loop between tests.
 *
 * @param scope of the fixture
 * @param loopScope what it states; nothing if that is what it has by default
 */
public record RunningLoopFixture(Scope scope, Optional<Scope> loopScope) {
  /** The edits that write it in the place of an override. */
  public Optional<List<Edit>> inPlaceOf(Fixture override) {
    SourceFile file = override.file();
    List<Expression> decorators = override.function().decorators();
    boolean topLevel =
        file.tree().module().body().stream().anyMatch(it -> it == override.function());
    if (!topLevel || decorators.isEmpty()) {
      return Optional.empty();
    }
    int start = file.source().lineStart(file.source().lineAt(decorators.get(0).start()));
    return file.source().text().charAt(start) == '@'
        ? with(file, new Edit(file.path(), start, override.function().end(), text()))
        : Optional.empty();
  }

  /** The edits that write it at the end of a module that has none. */
  public Optional<List<Edit>> in(SourceFile file) {
    List<Statement> body = file.tree().module().body();
    String text = file.source().text();
    int at = text.length();
    boolean known = file.names().bound().contains("event_loop");
    if (body.isEmpty() || known) {
      return Optional.empty();
    }
    String gap = text.endsWith("\n") ? "\n\n" : "\n\n\n";
    return with(file, new Edit(file.path(), at, at, gap + text() + "\n"));
  }

  private static Optional<List<Edit>> with(SourceFile file, Edit edit) {
    Optional<List<Edit>> asyncio = ImportAddition.of(file, "asyncio");
    Optional<List<Edit>> plugin = ImportAddition.of(file, "pytest_asyncio");
    if (asyncio.isEmpty() || plugin.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(asyncio.orElseThrow());
    edits.addAll(plugin.orElseThrow());
    edits.add(edit);
    return Optional.of(edits);
  }

  private String text() {
    List<String> arguments = new ArrayList<>();
    if (scope != Scope.FUNCTION) {
      arguments.add("scope=\"" + scope + "\"");
    }
    loopScope.ifPresent(it -> arguments.add("loop_scope=\"" + it + "\""));
    String decorator = arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    return "@pytest_asyncio.fixture"
        + decorator
        + "\nasync def event_loop():\n    return asyncio.get_running_loop()";
  }
}
