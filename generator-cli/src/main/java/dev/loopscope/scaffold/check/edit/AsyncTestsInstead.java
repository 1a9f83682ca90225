package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.loop.LoopCall;
import dev.loopscope.scaffold.suite.loop.Runner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has a plugin run tests that are sync, or async and run by nobody. */
public final class AsyncTestsInstead {
  private AsyncTestsInstead() {}

  /**
   * The fix: each is async, and marked. Absent if one of them is no test of pytest's own, drives a
   * loop itself, or is written in a way that no edit of a line makes async.
   *
   * @param mark what they are marked with, such as {@code pytest.mark.anyio}
   */
  public static Optional<Fix> of(List<Test> tests, String mark, SuiteModel model) {
    Set<FunctionDef> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Edit> edits = new ArrayList<>();
    for (Test test : tests) {
      if (seen.add(test.function())) {
        Optional<List<Edit>> ofTest = edits(test, mark, model);
        if (ofTest.isEmpty()) {
          return Optional.empty();
        }
        ofTest.orElseThrow().stream().filter(it -> !edits.contains(it)).forEach(edits::add);
      }
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix(Safety.UNSAFE, "make what uses it async", edits));
  }

  private static Optional<List<Edit>> edits(Test test, String mark, SuiteModel model) {
    boolean sync = test.kind().is(FunctionKind.SYNC);
    boolean own =
        (sync || test.kind().is(FunctionKind.COROUTINE))
            && !model.runner(test).is(Runner.UNITTEST)
            && test.given().isEmpty()
            && LoopCall.of(test.file(), test.function(), model.resolver()).isEmpty();
    if (!own) {
      return Optional.empty();
    }
    Optional<String> missing =
        Optional.of(mark).filter(it -> test.marks(it.substring(it.lastIndexOf('.') + 1)).isEmpty());
    return sync
        ? AsyncFunctionInstead.edits(test.file(), test.function(), missing)
        : missing.flatMap(it -> MarkAddition.toFunction(test.file(), test.function(), it));
  }
}
