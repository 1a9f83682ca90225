package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.python.tree.Suspension.YieldFrom;
import dev.loopscope.scaffold.suite.module.SourceFile;

/** What calling a function gives. */
public enum FunctionKind {
  SYNC,
  GENERATOR,
  COROUTINE,
  ASYNC_GENERATOR;

  /** Whether an event loop is needed to get the value. */
  public boolean isAsync() {
    return this == COROUTINE || this == ASYNC_GENERATOR;
  }

  /** Whether there is a part behind the {@code yield}: a teardown. */
  public boolean yields() {
    return this == GENERATOR || this == ASYNC_GENERATOR;
  }

  /** The kind of a function as it is written, whatever its decorators make of it. */
  public static FunctionKind of(SourceFile file, FunctionDef function) {
    boolean yields = yields(file, function);
    if (function.async()) {
      return yields ? ASYNC_GENERATOR : COROUTINE;
    }
    return yields ? GENERATOR : SYNC;
  }

  private static boolean yields(SourceFile file, FunctionDef function) {
    // Few functions do, and walking over all of them takes as long as reading them.
    return file.mayHold(function, "yield")
        && FunctionCode.of(file, function).nodes().stream()
            .anyMatch(node -> node instanceof Yield || node instanceof YieldFrom);
  }
}
