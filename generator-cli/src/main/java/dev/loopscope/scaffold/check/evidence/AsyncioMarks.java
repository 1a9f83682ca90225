package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The asyncio marks of a suite, as pytest-asyncio reads them. */
public final class AsyncioMarks {
  /** The mark's name below {@code pytest.mark}. */
  public static final String NAME = "asyncio";

  private final SuiteModel model;

  /** Of the tests of a suite. */
  public AsyncioMarks(SuiteModel model) {
    this.model = model;
  }

  /** The tests that pytest-asyncio is known to run, with marks that are known. */
  public List<Test> tests() {
    return known(model.testsRunBy(Runner.PYTEST_ASYNCIO));
  }

  private static List<Test> known(List<Test> tests) {
    return tests.stream().filter(test -> test.unknownMarks().isEmpty()).toList();
  }

  /**
   * The marks that pytest-asyncio reads, each once: the closest one of each of its tests, also of
   * those that are skipped then.
   */
  public Collection<Mark> read() {
    // A mark is equal to itself alone.
    Map<Mark, Mark> marks = new LinkedHashMap<>();
    for (Test test : known(model.collected())) {
      if (!model.runner(test).is(Runner.PYTEST_ASYNCIO)) {
        continue;
      }
      test.closestMark(NAME).ifPresent(mark -> marks.putIfAbsent(mark, mark));
    }
    return marks.values();
  }

  /** The argument of a mark that gives its loop scope: {@code loop_scope}, else {@code scope}. */
  public static Optional<Keyword> scopeArgument(Mark mark) {
    return keyword(mark, "loop_scope").or(() -> keyword(mark, "scope"));
  }

  /** A keyword argument of a mark. */
  public static Optional<Keyword> keyword(Mark mark, String name) {
    return mark.keywords().stream()
        .filter(it -> it.name().filter(name::equals).isPresent())
        .findFirst();
  }

  /** Whether a mark may have arguments that are not written out. */
  static boolean unpacks(Mark mark) {
    return mark.keywords().stream().anyMatch(it -> it.name().isEmpty());
  }

  /** The loop scope that a mark gives a test: the one it states, else the default for tests. */
  public Reading<Scope> loopScope(Mark mark) {
    if (unpacks(mark) || !mark.arguments().isEmpty()) {
      return Reading.unknown("the mark's arguments are not read");
    }
    Optional<Keyword> argument = scopeArgument(mark);
    return argument.isEmpty() ? byDefault() : scope(mark, argument.orElseThrow().value());
  }

  /** Whether a mark states a loop scope. */
  public static boolean isScoped(Mark mark) {
    return scopeArgument(mark).isPresent();
  }

  private Reading<Scope> scope(Mark mark, Expression value) {
    return model.resolver().string(mark.file(), value).flatMap(AsyncioMarks::named);
  }

  /** The mark that states a test's loop scope, if one does. */
  public static Optional<Mark> scopedMark(Test test) {
    return test.closestMark(NAME).filter(AsyncioMarks::isScoped);
  }

  /** The loop scope of tests whose mark states none. */
  public Reading<Scope> byDefault() {
    if (!model.versions().pytestAsyncio().expects(Feature.TEST_DEFAULT.range())) {
      return Reading.known(Scope.FUNCTION);
    }
    return model
        .config()
        .asyncioDefaultTestLoopScope()
        .flatMap(
            setting ->
                setting.isEmpty()
                    ? Reading.known(Scope.FUNCTION)
                    : named(setting.orElseThrow().value()));
  }

  private static Reading<Scope> named(String word) {
    return Scope.named(word)
        .<Reading<Scope>>map(Reading::known)
        .orElseGet(() -> Reading.unknown("`" + word + "` is no loop scope"));
  }
}
