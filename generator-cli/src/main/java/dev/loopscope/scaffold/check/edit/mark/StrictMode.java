package dev.loopscope.scaffold.check.edit.mark;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionEdit;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives each async test to the plugin whose mark it has, in place of auto mode. */
public final class StrictMode {
  private static final String MODE = "asyncio_mode";
  private static final String ANYIO = "pytest.mark.anyio";

  private StrictMode() {}

  /**
   * Whether async tests have no mark and do not ask for a backend: strict mode would not run them.
   */
  public static boolean losesTests(SuiteModel model) {
    return model.collected().stream()
        .anyMatch(it -> it.isAsync() && !isMarked(it) && !asksForBackend(it));
  }

  /**
   * The fix that sets strict mode, and marks for anyio what asks for its backend. Absent if the
   * configuration cannot be edited, or if a test or an async fixture would be left to nobody.
   */
  public static Optional<Fix> fix(SuiteModel model) {
    Optional<Edit> mode =
        model.config().commandLine().asyncioMode().isPresent()
            ? Optional.empty()
            : OptionEdit.set(model.config(), MODE, "strict");
    List<Test> unmarked =
        model.collected().stream()
            .filter(it -> it.isAsync() && !isMarked(it) && asksForBackend(it))
            .toList();
    Optional<List<Edit>> marks = MarkAddition.toTests(unmarked, ANYIO);
    if (mode.isEmpty() || marks.isEmpty() || losesTests(model) || losesFixtures(model)) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(marks.orElseThrow());
    edits.add(mode.orElseThrow());
    return Optional.of(new Fix(Safety.UNSAFE, "set `asyncio_mode` to `strict`", edits));
  }

  private static boolean isMarked(Test test) {
    return Stream.of("anyio", "asyncio")
        .flatMap(it -> test.marks(it).stream())
        .anyMatch(it -> it.level() != MarkLevel.HOOK);
  }

  private static boolean asksForBackend(Test test) {
    return test.requested().contains(AnyioBackend.NAME);
  }

  /** Whether an async fixture of pytest's is used without a backend of anyio. */
  private static boolean losesFixtures(SuiteModel model) {
    return model.tests().stream()
        .filter(it -> it.marks("anyio").isEmpty() && !asksForBackend(it))
        .flatMap(it -> model.closure(it).fixtures().stream())
        .anyMatch(it -> it.isAsync() && it.maker() == Maker.PYTEST);
  }
}
