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
import dev.loopscope.scaffold.check.edit.source.StatementDeletion;
import dev.loopscope.scaffold.check.evidence.UnrunTests;
import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** LS043. {@code pytestmark} in a conftest marks nothing. */
public final class MarkInConftest implements Rule {
  private static final String TEST_DEFAULT = "asyncio_default_test_loop_scope";
  private static final Set<String> MARKS = Set.of("pytest.mark.asyncio", "pytest.mark.anyio");

  @Override
  public String id() {
    return "LS043";
  }

  @Override
  public String summary() {
    return "`pytestmark` in a conftest marks no test: pytest reads it in test modules and classes.";
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
    for (SourceFile file : model.files()) {
      if (isConftest(file)) {
        lost(file, model).ifPresent(it -> findings.add(finding(it, model)));
      }
    }
  }

  private static boolean isConftest(SourceFile file) {
    return file.path().equals("conftest.py") || file.path().endsWith("/conftest.py");
  }

  /**
   * A mark that a conftest sets for nobody.
   *
   * @param statement the {@code pytestmark} it stands in
   * @param alone whether that holds no other mark
   */
  private record Lost(SourceFile file, Statement statement, Expression mark, boolean alone) {
    String text() {
      return file.text(mark);
    }
  }

  /** The mark that the last {@code pytestmark} names, unless a test module imports it. */
  private static Optional<Lost> lost(SourceFile file, SuiteModel model) {
    Optional<Assign> last = Optional.empty();
    for (Statement statement : file.tree().module().body()) {
      if (statement instanceof Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Name name
          && name.id().equals("pytestmark")) {
        last = Optional.of(assign);
      }
    }
    if (last.isEmpty() || model.files().stream().anyMatch(MarkInConftest::importsMark)) {
      return Optional.empty();
    }
    Assign assign = last.orElseThrow();
    List<Expression> elements = elements(file, assign.value(), model);
    return elements.stream()
        .filter(it -> isLoopMark(file, it, model))
        .findFirst()
        .map(it -> new Lost(file, assign, it, elements.size() == 1));
  }

  private static boolean importsMark(SourceFile file) {
    return file.tree().module().body().stream()
        .filter(ImportFrom.class::isInstance)
        .map(ImportFrom.class::cast)
        .filter(it -> it.module().filter(module -> module.endsWith("conftest")).isPresent())
        .flatMap(it -> it.names().stream())
        .anyMatch(it -> it.name().equals("pytestmark") || it.name().equals("*"));
  }

  private static List<Expression> elements(SourceFile file, Expression value, SuiteModel model) {
    return model
        .resolver()
        .elements(file, value)
        .toOptional()
        .map(
            all ->
                all.stream()
                    .filter(it -> it.file().equals(file))
                    .map(it -> it.expression())
                    .toList())
        .orElse(List.of(value));
  }

  private static boolean isLoopMark(SourceFile file, Expression mark, SuiteModel model) {
    Expression name = mark instanceof Call call ? call.function() : mark;
    return model.resolver().qualifiedName(file, name).filter(MARKS::contains).isPresent();
  }

  private Finding finding(Lost lost, SuiteModel model) {
    SourceFile file = lost.file();
    String directory = file.path().substring(0, file.path().length() - "conftest.py".length());
    List<Test> unrun =
        UnrunTests.of(model).stream()
            .filter(it -> it.collectedIn().path().startsWith(directory))
            .toList();
    Finding finding =
        Finding.of(
            this,
            unrun.isEmpty() ? Severity.WARNING : Severity.ERROR,
            file.location(lost.mark()),
            "pytest does not read `pytestmark` in a conftest: `"
                + lost.text()
                + "` marks no test"
                + (unrun.isEmpty() ? "" : ", and nobody runs `" + unrun.get(0).name() + "`"),
            remedy(lost, model));
    return fix(lost, directory, unrun, model).map(finding::with).orElse(finding);
  }

  private static String remedy(Lost lost, SuiteModel model) {
    boolean anyio = lost.text().contains("anyio");
    Optional<String> scope = scope(lost);
    Feature feature =
        scope.isPresent() ? Feature.TEST_DEFAULT : anyio ? Feature.ANYIO_MODE : Feature.MODES;
    String option =
        scope
            .map(it -> TEST_DEFAULT + " = " + it)
            .orElse((anyio ? "anyio_mode" : "asyncio_mode") + " = auto");
    return "mark the modules"
        + (knows(model, feature) ? ", or set `" + option + "`" : "")
        + ", and delete this line";
  }

  private static boolean knows(SuiteModel model, Feature feature) {
    Allowed allowed = model.versions().allowed(feature.distribution());
    return Limits.severity(allowed, feature.before(), Severity.WARNING).isEmpty();
  }

  private static Optional<String> scope(Lost lost) {
    return lost.mark() instanceof Call call
        ? call.keywords().stream()
            .filter(it -> it.name().filter("loop_scope"::equals).isPresent())
            .filter(it -> it.value() instanceof StringLiteral)
            .map(it -> ((StringLiteral) it.value()).value())
            .findFirst()
        : Optional.empty();
  }

  /** The tests that nobody runs get the mark, else all tests the loop scope. */
  private static Optional<Fix> fix(
      Lost lost, String directory, List<Test> unrun, SuiteModel model) {
    Optional<Edit> deletion =
        StatementDeletion.edit(lost.file(), lost.statement()).filter(it -> lost.alone());
    boolean plain = lost.text().matches("pytest\\.mark\\.\\w+(\\(loop_scope=[\"']\\w+[\"']\\))?");
    if (deletion.isEmpty() || !plain) {
      return Optional.empty();
    }
    Optional<String> scope = scope(lost);
    boolean all = model.tests().stream().allMatch(it -> isBelow(it, directory));
    Optional<List<Edit>> edits =
        !unrun.isEmpty()
            ? MarkAddition.toTests(unrun, lost.text())
            : scope.isEmpty()
                ? Optional.of(List.of())
                : scope
                    .filter(it -> all && knows(model, Feature.TEST_DEFAULT))
                    .flatMap(
                        it ->
                            OptionEdits.of(
                                model.config(), new TreeMap<>(Map.of(TEST_DEFAULT, it))));
    return edits.map(
        it -> {
          List<Edit> both = new ArrayList<>(it);
          both.add(deletion.orElseThrow());
          String title = unrun.isEmpty() && scope.isPresent() ? "set the option" : "mark the tests";
          return new Fix(Safety.UNSAFE, it.isEmpty() ? "delete the line" : title, both);
        });
  }

  private static boolean isBelow(Test test, String directory) {
    return test.collectedIn().path().startsWith(directory);
  }
}
