package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.LineEnd;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.source.DeletedFunction;
import dev.loopscope.scaffold.check.edit.source.ImportAddition;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes loops by a hook in place of an {@code event_loop_policy} fixture. */
public final class LoopFactoryInstead {
  private LoopFactoryInstead() {}

  /**
   * The fix: asyncio's own policy needs nothing in its place, and other ones become a hook of the
   * conftest, which makes the loops of the same tests. Absent if the fixture does more than return
   * a policy, or if something else asks for it.
   *
   * @param failing whether what a fresh install gives fails on the fixture: then allowed releases
   *     that do not know the hook may pass over it
   */
  public static Optional<Fix> of(Fixture fixture, boolean failing, SuiteModel model) {
    Optional<Expression> policy = fixture.given().alone();
    boolean plain =
        policy.isPresent()
            && fixture.function().decorators().size() == 1
            && fixture.function().body().size() == 1;
    if (!plain || isAskedFor(fixture, model)) {
      return Optional.empty();
    }
    SourceFile file = fixture.file();
    Expression value = policy.orElseThrow();
    if (fixture.params().isPresent()) {
      return LoopFactories.ofParams(fixture, value, model.resolver())
          .flatMap(it -> hook(fixture, it, failing, model));
    }
    if (!fixture.requested().isEmpty()) {
      return Optional.empty();
    }
    if (LoopFactories.isDefault(file, value, model.resolver())) {
      return DeletedFunction.edit(file, fixture.function())
          .filter(it -> isOnlyOne(fixture, model))
          .map(it -> fix("delete the override", List.of(it)));
    }
    return LoopFactories.of(file, value, model.resolver())
        .flatMap(it -> hook(fixture, it, failing, model));
  }

  private static Optional<Fix> hook(
      Fixture fixture, LoopFactories factories, boolean failing, SuiteModel model) {
    SourceFile file = fixture.file();
    FunctionDef function = fixture.function();
    String path = file.path();
    boolean conftest = path.equals("conftest.py") || path.endsWith("/conftest.py");
    Allowed allowed = model.versions().pytestAsyncio();
    boolean older = allowed.overlap(Feature.LOOP_FACTORIES.before()) != Overlap.NONE;
    boolean known = failing || !older;
    boolean topLevel =
        file.tree().module().body().stream().anyMatch(it -> SameNode.is(it, function));
    int start = file.source().lineStart(file.source().lineAt(function.decorators().get(0).start()));
    if (!conftest || !known || !topLevel || model.mentions("pytest_asyncio_loop_factories")) {
      return Optional.empty();
    }
    String optional = older ? "@pytest.hookimpl(optionalhook=True)" + LineEnd.of(file) : "";
    Set<String> imported = new TreeSet<>(factories.imports());
    if (older) {
      imported.add("pytest");
    }
    String text =
        optional
            + "def pytest_asyncio_loop_factories(config, item):"
            + LineEnd.of(file)
            + "    return "
            + factories.written();
    List<Edit> edits = new ArrayList<>();
    for (String module : imported) {
      Optional<List<Edit>> imports = ImportAddition.of(file, module);
      if (imports.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(imports.orElseThrow());
    }
    edits.add(new Edit(path, start, function.end(), text));
    return Optional.of(fix("make the loops by a hook", edits));
  }

  private static boolean isAskedFor(Fixture fixture, SuiteModel model) {
    String name = fixture.name();
    return model.tests().stream()
            .anyMatch(it -> it.requested().contains(name) || it.usefixtures().contains(name))
        || model.fixtures().stream().anyMatch(it -> it.requested().contains(name));
  }

  private static boolean isOnlyOne(Fixture fixture, SuiteModel model) {
    return model.fixtures().stream().filter(it -> it.name().equals(fixture.name())).count() == 1;
  }

  private static Fix fix(String title, List<Edit> edits) {
    return new Fix(Safety.UNSAFE, title, edits);
  }
}
