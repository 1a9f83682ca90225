package dev.loopscope.scaffold.check.rules.unrun;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.UnrunTests;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** LS043. {@code pytestmark} in a conftest marks nothing. */
public final class MarkInConftest implements Rule {
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
    return Fixes.NONE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    for (SourceFile file : model.files()) {
      if (isConftest(file)) {
        mark(file, model).ifPresent(it -> findings.add(finding(file, it, model)));
      }
    }
  }

  private static boolean isConftest(SourceFile file) {
    return file.path().equals("conftest.py") || file.path().endsWith("/conftest.py");
  }

  /** The mark that the last {@code pytestmark} names, unless a test module imports it. */
  private static Optional<Expression> mark(SourceFile file, SuiteModel model) {
    Optional<Expression> value = Optional.empty();
    for (Statement statement : file.tree().module().body()) {
      if (statement instanceof Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Name name
          && name.id().equals("pytestmark")) {
        value = Optional.of(assign.value());
      }
    }
    boolean imported = model.files().stream().anyMatch(MarkInConftest::importsMark);
    return value.filter(it -> !imported).stream()
        .flatMap(it -> elements(file, it, model).stream())
        .filter(it -> isLoopMark(file, it, model))
        .findFirst();
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

  private Finding finding(SourceFile file, Expression mark, SuiteModel model) {
    String directory = file.path().substring(0, file.path().length() - "conftest.py".length());
    List<Test> unrun =
        UnrunTests.of(model).stream()
            .filter(it -> it.collectedIn().path().startsWith(directory))
            .toList();
    String text = file.text(mark);
    return Finding.of(
        this,
        unrun.isEmpty() ? Severity.WARNING : Severity.ERROR,
        file.location(mark),
        "pytest does not read `pytestmark` in a conftest: `"
            + text
            + "` marks no test"
            + (unrun.isEmpty() ? "" : ", and nobody runs `" + unrun.get(0).name() + "`"),
        text.contains("scope")
            ? "mark the modules, or set `asyncio_default_test_loop_scope`"
            : "mark the modules, or set `"
                + (text.contains("anyio") ? "anyio_mode" : "asyncio_mode")
                + " = auto`");
  }
}
