package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets an async fixture hold the backend of all tests of a module. */
public final class BackendFixtureAddition {
  private static final String NAME = "hold_backend";

  private BackendFixtureAddition() {}

  /** The fix, where all tests of the module are run by anyio, on a backend that they share. */
  public static Optional<Fix> of(AnyioTest test, SuiteModel model) {
    SourceFile file = test.test().collectedIn();
    boolean shared =
        test.backend().scope() == Scope.MODULE || test.backend().scope().widerThan(Scope.MODULE);
    boolean alone =
        model.collected().stream()
            .filter(it -> it.collectedIn().equals(file))
            .allMatch(it -> it.isAsync() && model.runner(it).is(Runner.ANYIO));
    boolean used = file.names().bound().contains(NAME) || !model.closure(test.test()).complete();
    Optional<Integer> place = TopOfModule.firstDefinition(file);
    Optional<List<Edit>> imports = ImportAddition.of(file, "pytest");
    if (!shared || !alone || used || place.isEmpty() || imports.isEmpty()) {
      return Optional.empty();
    }
    String end = LineEnd.of(file);
    String text =
        String.join(
            end,
            "@pytest.fixture(scope=\"module\", autouse=True)",
            "async def " + NAME + "(" + AnyioBackend.NAME + "):",
            "    yield",
            "",
            "",
            "");
    int at = place.orElseThrow();
    List<Edit> edits = new ArrayList<>(imports.orElseThrow());
    edits.add(new Edit(file.path(), at, at, text));
    return Optional.of(new Fix(Safety.UNSAFE, "add the fixture `" + NAME + "`", edits));
  }
}
