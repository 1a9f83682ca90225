package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes an autouse fixture of an async {@code setup_method}. */
public final class SetupFixture {
  private SetupFixture() {}

  /** The fix, where pytest-asyncio runs all async tests that inherit the method, on one scope. */
  public static Optional<Fix> fix(SourceFile file, FunctionDef setup, SuiteModel model) {
    Optional<List<Edit>> imports = ImportAddition.of(file, "pytest_asyncio");
    Optional<Scope> loop = loopScope(setup, file, model);
    if (setup.parameters().size() != 1
        || !setup.decorators().isEmpty()
        || imports.isEmpty()
        || loop.isEmpty()) {
      return Optional.empty();
    }
    int lineStart = file.source().lineStart(file.source().lineAt(setup.start()));
    String indent = file.source().text().substring(lineStart, setup.start());
    if (!indent.isBlank()) {
      return Optional.empty();
    }
    String scope =
        loop.orElseThrow() == Scope.FUNCTION
            ? ""
            : ", loop_scope=\"" + loop.orElseThrow().word() + "\"";
    List<Edit> edits = new ArrayList<>(imports.orElseThrow());
    edits.add(
        new Edit(
            file.path(),
            setup.start(),
            setup.start(),
            "@pytest_asyncio.fixture(autouse=True" + scope + ")" + LineEnd.of(file) + indent));
    return Optional.of(new Fix(Safety.UNSAFE, "make an autouse fixture of it", edits));
  }

  private static Optional<Scope> loopScope(FunctionDef setup, SourceFile file, SuiteModel model) {
    List<Test> tests = model.tests().stream().filter(test -> inherits(test, setup, file)).toList();
    Set<Optional<Scope>> scopes =
        tests.stream()
            .filter(test -> !model.runner(test).is(Runner.SYNC))
            .map(test -> model.loopScope(test).toOptional())
            .collect(Collectors.toSet());
    boolean ours =
        tests.stream()
            .allMatch(
                test ->
                    model.runner(test).is(Runner.SYNC)
                        || model.runner(test).is(Runner.PYTEST_ASYNCIO));
    return ours && scopes.size() == 1 ? scopes.iterator().next() : Optional.empty();
  }

  private static boolean inherits(Test test, FunctionDef setup, SourceFile file) {
    return test.collectedBy().stream()
        .flatMap(it -> it.mro().classes().stream())
        .anyMatch(
            it ->
                it.file().equals(file)
                    && it.definition().body().stream()
                        .anyMatch(member -> SameNode.is(member, setup)));
  }
}
