package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An async fixture for each test, which is to be written into a module.
 *
 * @param decorator what decorates it, without the {@code @}
 * @param imports the edits that import what the decorator names
 */
record NewFixture(String decorator, List<Edit> imports) {
  private static final Set<Runner> SET_UP = Set.of(Runner.PYTEST_ASYNCIO, Runner.SYNC, Runner.NONE);

  NewFixture {
    imports = List.copyOf(imports);
  }

  /**
   * That on the loop of the tests that use it. Absent if a user is neither a test nor a fixture for
   * each test, or if the tests do not run on loops of one scope, all by pytest-asyncio or all by
   * anyio.
   *
   * @param users the functions that are to request it
   */
  static Optional<NewFixture> of(
      String name, List<FunctionDef> users, SourceFile file, SuiteModel model) {
    Set<Test> tests = new HashSet<>();
    Set<Optional<Scope>> loops = new HashSet<>();
    for (FunctionDef user : users) {
      List<Test> own =
          model.tests().stream().filter(it -> SameNode.is(it.function(), user)).toList();
      Optional<Fixture> fixture =
          model.fixtures().stream().filter(it -> SameNode.is(it.function(), user)).findFirst();
      boolean fits =
          fixture.isPresent()
              ? fixture.orElseThrow().scope().is(Scope.FUNCTION)
              : !own.isEmpty() && own.stream().allMatch(it -> it.given().isEmpty());
      if (!fits) {
        return Optional.empty();
      }
      fixture.filter(Fixture::isAsync).ifPresent(it -> loops.add(model.loopScope(it).toOptional()));
      tests.addAll(own);
      fixture.ifPresent(it -> tests.addAll(model.testsUsing(it)));
    }
    if (!tests.isEmpty() && tests.stream().allMatch(it -> model.runner(it).is(Runner.ANYIO))) {
      return written("pytest.fixture", "pytest", file);
    }
    boolean ours =
        tests.stream()
            .allMatch(
                it ->
                    model.runner(it).toOptional().filter(SET_UP::contains).isPresent()
                        && model.fixture(name, it).isEmpty());
    tests.stream()
        .filter(it -> model.runner(it).is(Runner.PYTEST_ASYNCIO))
        .forEach(it -> loops.add(model.loopScope(it).toOptional()));
    return ours && loops.size() == 1
        ? loops.iterator().next().flatMap(it -> on(it, file, model))
        : Optional.empty();
  }

  private static Optional<NewFixture> on(Scope loop, SourceFile file, SuiteModel model) {
    Allowed allowed = model.versions().pytestAsyncio();
    Optional<Scope> byDefault =
        model
            .config()
            .asyncioDefaultFixtureLoopScope()
            .toOptional()
            .flatMap(it -> it)
            .map(Setting::value)
            .filter(it -> allowed.expects(Feature.FIXTURE_DEFAULT.range()))
            .flatMap(Scope::named);
    if (byDefault.orElse(Scope.FUNCTION) == loop) {
      return model.asyncioMode().is(AsyncioMode.AUTO)
          ? written("pytest.fixture", "pytest", file)
          : written("pytest_asyncio.fixture", "pytest_asyncio", file);
    }
    boolean spelt =
        allowed.expects(Feature.LOOP_SCOPE.range())
            && (allowed.range().floor().isEmpty()
                || allowed.overlap(Feature.LOOP_SCOPE.before()) == Overlap.NONE);
    return spelt
        ? written("pytest_asyncio.fixture(loop_scope=\"" + loop + "\")", "pytest_asyncio", file)
        : Optional.empty();
  }

  private static Optional<NewFixture> written(String decorator, String module, SourceFile file) {
    return ImportAddition.of(file, module)
        .map(it -> new NewFixture(decorator, new ArrayList<>(it)));
  }
}
