package dev.loopscope.scaffold.check.rules.unrun;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionEdits;
import dev.loopscope.scaffold.check.edit.mark.MarkAddition;
import dev.loopscope.scaffold.check.evidence.UnrunTests;
import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.check.wording.Quoted;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** LS041. An async test that no plugin takes for its own. */
public final class AsyncTestNobodyRuns implements Rule {
  private static final String ASYNCIO = "asyncio";
  private static final String ANYIO = "anyio";

  @Override
  public String id() {
    return "LS041";
  }

  @Override
  public String summary() {
    return "An async test has no mark and no mode takes it, so nobody runs it.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    Plugin plugin = plugin(model);
    if (plugin == Plugin.NOT_KNOWN) {
      return;
    }
    Map<SourceFile, List<Test>> unmarked = new LinkedHashMap<>();
    Map<Mark, List<Test>> late = new LinkedHashMap<>();
    for (Test test : UnrunTests.of(model)) {
      Optional<Mark> mark = test.closestMark(ASYNCIO).or(() -> test.closestMark(ANYIO));
      if (mark.isPresent()) {
        late.computeIfAbsent(mark.orElseThrow(), unused -> new ArrayList<>()).add(test);
      } else {
        unmarked.computeIfAbsent(test.file(), unused -> new ArrayList<>()).add(test);
      }
    }
    unmarked.values().forEach(tests -> findings.add(unmarked(tests, plugin, model)));
    late.forEach(
        (mark, tests) -> {
          if (mark.level() == MarkLevel.HOOK) {
            findings.add(late(mark, tests, model));
          } else if (isKeptOut(mark, model)) {
            findings.add(keptOut(mark, tests, model));
          }
        });
  }

  private static boolean isKeptOut(Mark mark, SuiteModel model) {
    return model.config().blocks(mark.name())
        || (mark.name().equals(ASYNCIO) && model.config().blocks("pytest_asyncio"));
  }

  private Finding keptOut(Mark mark, List<Test> tests, SuiteModel model) {
    List<String> names = tests.stream().map(Test::name).distinct().toList();
    String them = names.size() == 1 ? "it" : "them";
    return Finding.of(
        this,
        Severity.ERROR,
        mark.useFile().location(mark.use()),
        "nobody runs "
            + Quoted.names(names)
            + ": `-p no:` keeps the plugin out that the mark is for, and "
            + outcome(them, model),
        "mark " + them + " for the plugin that runs the other tests, or let this one in");
  }

  /** Which plugin the suite was written for. */
  private enum Plugin {
    ASYNCIO_BY_MARKS,
    ASYNCIO_BY_REQUIREMENT,
    ANYIO_BY_MARKS,
    BOTH_BY_MARKS,
    NOT_KNOWN
  }

  private static Plugin plugin(SuiteModel model) {
    boolean blocked = model.config().blocks(ASYNCIO) || model.config().blocks("pytest_asyncio");
    boolean asyncio = !blocked && UnrunTests.hasMarked(model, ASYNCIO);
    boolean anyio = !model.config().blocks(ANYIO) && UnrunTests.hasMarked(model, ANYIO);
    if (asyncio || anyio) {
      return asyncio && anyio
          ? Plugin.BOTH_BY_MARKS
          : asyncio ? Plugin.ASYNCIO_BY_MARKS : Plugin.ANYIO_BY_MARKS;
    }
    return !blocked && model.versions().pytestAsyncio().stated()
        ? Plugin.ASYNCIO_BY_REQUIREMENT
        : Plugin.NOT_KNOWN;
  }

  private Finding unmarked(List<Test> tests, Plugin plugin, SuiteModel model) {
    List<String> names = tests.stream().map(Test::name).distinct().toList();
    boolean one = names.size() == 1;
    String them = one ? "it" : "them";
    String mark = plugin == Plugin.ANYIO_BY_MARKS ? "pytest.mark.anyio" : "pytest.mark.asyncio";
    String marking = "mark " + them + " with `" + mark + "`";
    String remedy =
        switch (plugin) {
          case BOTH_BY_MARKS -> marking + " or with `pytest.mark.anyio`";
          case ANYIO_BY_MARKS -> marking;
          default -> marking + ", or set `asyncio_mode = auto`";
        };
    Finding finding =
        Finding.of(
            this,
            Severity.ERROR,
            tests.get(0).location(),
            "nobody runs "
                + Quoted.names(names)
                + ": "
                + (one ? "it has" : "they have")
                + " no mark, and in strict mode "
                + outcome(them, model),
            remedy);
    return fix(tests, plugin, mark, model).map(finding::with).orElse(finding);
  }

  private static String outcome(String them, SuiteModel model) {
    return model.versions().pytest().expects(Feature.UNRUN_TEST_FAILS.range())
        ? "pytest fails " + them + " without a look at the body"
        : "pytest skips " + them + ", and the run is green";
  }

  private Finding late(Mark mark, List<Test> tests, SuiteModel model) {
    List<String> names = tests.stream().map(Test::name).distinct().toList();
    Finding finding =
        Finding.of(
            this,
            Severity.ERROR,
            mark.useFile().location(mark.use()),
            "nobody runs "
                + Quoted.names(names)
                + ": the hook adds the mark after the plugin has taken its tests, and "
                + outcome(names.size() == 1 ? "it" : "them", model),
            "mark the modules, the classes or the tests"
                + (knowsMode(mark, model) ? ", or set `" + mark.name() + "_mode = auto`" : ""));
    return Optional.of(mark.file().text(mark.expression()))
        .filter(it -> it.startsWith("pytest.mark.") && isWrittenOut(mark))
        .flatMap(it -> MarkAddition.toTests(tests, it))
        .map(it -> new Fix(Safety.UNSAFE, "add the mark to the tests", it))
        .map(finding::with)
        .orElse(finding);
  }

  private static boolean knowsMode(Mark mark, SuiteModel model) {
    Feature mode = mark.name().equals(ANYIO) ? Feature.ANYIO_MODE : Feature.MODES;
    Allowed allowed = model.versions().allowed(mode.distribution());
    return Limits.severity(allowed, mode.before(), Severity.WARNING).isEmpty();
  }

  private static boolean isWrittenOut(Mark mark) {
    return mark.arguments().isEmpty()
        && mark.keywords().stream()
            .allMatch(it -> it.name().isPresent() && it.value() instanceof StringLiteral);
  }

  private static Optional<Fix> fix(List<Test> tests, Plugin plugin, String mark, SuiteModel model) {
    // Where a mode stands in the wrong place, it is to be moved.
    if (plugin == Plugin.BOTH_BY_MARKS
        || model.unreadSettings().stream().anyMatch(it -> it.setting().key().endsWith("_mode"))) {
      return Optional.empty();
    }
    Optional<List<Edit>> edits =
        plugin == Plugin.ASYNCIO_BY_REQUIREMENT
            ? OptionEdits.of(model.config(), new TreeMap<>(Map.of("asyncio_mode", "auto")))
            : MarkAddition.toTests(tests, mark);
    String title =
        plugin == Plugin.ASYNCIO_BY_REQUIREMENT ? "set `asyncio_mode = auto`" : "add the mark";
    return edits.map(it -> new Fix(Safety.UNSAFE, title, it));
  }
}
