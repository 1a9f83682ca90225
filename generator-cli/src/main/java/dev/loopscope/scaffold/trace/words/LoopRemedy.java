package dev.loopscope.scaffold.trace.words;

import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.TracedLoop;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What mends a crossing, as far as the loops alone tell. */
public final class LoopRemedy {
  private static final List<String> NARROW_TO_WIDE =
      List.of("function", "class", "module", "package", "session");

  private LoopRemedy() {}

  /** What to do, in a sentence without its full stop; empty if that is not known. */
  public static Optional<String> of(CrossingCause cause) {
    Optional<String> scope = shared(cause);
    if (scope.isPresent()) {
      return Optional.of(
          "run both on one loop: mark the tests `pytest.mark.asyncio(loop_scope=\""
              + scope.get()
              + "\")`, with the same loop_scope on all async fixtures that they use");
    }
    return switch (cause.first().what()) {
      case "task" ->
          Optional.of(
              "enter and leave the cancel scope or task group inside one test, or in a fixture that"
                  + " anyio's plugin runs");
      case "backend" ->
          Optional.of(
              "use anyio's own in place of what is asyncio's, or run the test on asyncio alone");
      default -> Optional.empty();
    };
  }

  /**
   * The scope of a loop that lasts as long as the fixture and all that met; empty if it is theirs.
   */
  private static Optional<String> shared(CrossingCause cause) {
    Optional<String> from = cause.from().filter(TracedLoop::isOfScope).map(TracedLoop::scope);
    Optional<String> on =
        cause.on().stream().findFirst().filter(TracedLoop::isOfScope).map(TracedLoop::scope);
    if (from.isEmpty() || on.isEmpty() || cause.fixture().isEmpty()) {
      return Optional.empty();
    }
    return Stream.of(from.get(), on.get(), cause.fixture().get().scope())
        .max(Comparator.comparingInt(NARROW_TO_WIDE::indexOf))
        .filter(it -> !(it.equals(from.get()) && it.equals(on.get())));
  }
}
