package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The marks that hooks of the suite add to collected items.
 *
 * @param effects the ones that could be read, in the order in which they are added
 * @param unknown why there may be others
 */
public record HookMarks(List<Effect> effects, Optional<String> unknown) {
  /** No hook adds anything. */
  public static final HookMarks NONE = new HookMarks(List.of(), Optional.empty());

  public HookMarks {
    effects = List.copyOf(effects);
  }

  /** Which items a mark is added to. */
  enum Items {
    ALL,
    /** Those whose function is a coroutine function. */
    ASYNC,
    /** Those that pytest-asyncio has taken when they were collected. */
    PYTEST_ASYNCIO;

    /** The items that both say. */
    Items and(Items other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /**
   * One mark.
   *
   * @param first whether it is put in front of the others: {@code append=False}
   */
  record Effect(Items items, Mark mark, boolean first) {}

  /** What these hooks and, behind them, others add. */
  public HookMarks then(HookMarks others) {
    List<Effect> all = new ArrayList<>(effects);
    all.addAll(others.effects);
    return new HookMarks(all, unknown.or(others::unknown));
  }

  /** Whether a mark was added behind the function's own ones. */
  public boolean isAppended(Mark mark) {
    return effects.stream().anyMatch(it -> it.mark().equals(mark) && !it.first());
  }

  /**
   * A test with these marks.
   *
   * @param auto whether pytest-asyncio takes unmarked tests
   */
  public Test applied(Test test, boolean auto) {
    if (effects.isEmpty() && unknown.isEmpty()) {
      return test;
    }
    List<Mark> marks = new ArrayList<>(test.marks());
    Optional<String> doubt = test.unknownMarks().or(() -> unknown);
    for (Effect effect : effects) {
      boolean async = test.kind().toOptional().map(FunctionKind::isAsync).orElse(true);
      boolean reached =
          switch (effect.items()) {
            case ALL -> true;
            case ASYNC -> async;
            case PYTEST_ASYNCIO -> async && (auto || test.closestMark("asyncio").isPresent());
          };
      if (reached) {
        marks.add(effect.first() ? 0 : ownEnd(marks), effect.mark());
        if (!test.kind().isKnown() && effect.items() != Items.ALL) {
          doubt = doubt.or(() -> Optional.of("it is not known whether the test is async"));
        }
      }
    }
    return test.with(marks, doubt);
  }

  /** The place behind the marks of the function itself. */
  private static int ownEnd(List<Mark> marks) {
    int at = 0;
    while (at < marks.size()
        && marks.get(at).level() != MarkLevel.CLASS
        && marks.get(at).level() != MarkLevel.MODULE) {
      at++;
    }
    return at;
  }
}
