package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.mark.ScopeWord;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code loop_scope="class"} on a test function that is in no class. */
public final class ClassLoopScopeOutsideClass implements Rule {
  private static final AffectedVersions REFUSING = AffectedVersions.of(Feature.CLASS_SCOPE_REFUSED);
  private static final AffectedVersions SILENT = AffectedVersions.of(Feature.CLASS_SCOPE_SILENT);

  @Override
  public String id() {
    return "LS015";
  }

  @Override
  public String summary() {
    return "A test function outside of any class asks for the event loop of its class.";
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
    Map<Mark, Optional<Scope>> meant = new HashMap<>();
    for (Test test : new AsyncioMarks(model).tests()) {
      Optional<Mark> mark = test.closestMark(AsyncioMarks.NAME);
      Optional<Keyword> argument = mark.flatMap(AsyncioMarks::scopeArgument);
      if (test.collectedBy().isEmpty()
          && argument.isPresent()
          && isClass(model, mark.orElseThrow(), argument.orElseThrow())) {
        Optional<Scope> scope = meant.computeIfAbsent(mark.orElseThrow(), it -> meant(model, it));
        report(model, test, mark.orElseThrow(), argument.orElseThrow(), scope, findings);
      }
    }
  }

  private static boolean isClass(SuiteModel model, Mark mark, Keyword argument) {
    return model.resolver().string(mark.file(), argument.value()).is("class");
  }

  private void report(
      SuiteModel model,
      Test test,
      Mark mark,
      Keyword argument,
      Optional<Scope> meant,
      Findings findings) {
    Allowed allowed = model.versions().pytestAsyncio();
    boolean refused = allowed.expects(REFUSING.range());
    // A mark for a whole module does what it says for the classes in it.
    boolean aboutOneTest = mark.level() == MarkLevel.FUNCTION;
    AffectedVersions affected = refused || !aboutOneTest ? REFUSING : SILENT;
    boolean told = aboutOneTest || allowed.stated();
    Optional<Severity> severity = affected.severity(allowed, Severity.ERROR);
    if (!told || severity.isEmpty()) {
      return;
    }
    String message =
        affected.equals(REFUSING)
            ? "`" + test.name() + "` is in no class, so its file is not collected"
            : "`"
                + test.name()
                + "` is in no class, so it runs on a loop of its own, as with"
                + " `function`";
    String keyword = argument.name().orElseThrow();
    Finding finding =
        Finding.of(
                this,
                refused ? Severity.ERROR : Severity.WARNING,
                mark.file().location(argument),
                message,
                "write `%s=\"module\"` to share a loop, or `%1$s=\"function\"`".formatted(keyword))
            .forVersions(affected.words(allowed));
    findings.add(
        meant
            .flatMap(
                scope ->
                    ScopeWord.edit(mark.file(), argument.value(), scope.word())
                        .map(it -> fix(keyword, scope, it)))
            .map(finding::with)
            .orElse(finding));
  }

  private static Fix fix(String keyword, Scope scope, Edit edit) {
    return new Fix(
        Safety.UNSAFE, "write `" + keyword + "=\"" + scope.word() + "\"`", List.of(edit));
  }

  /** The one loop of all async fixtures that the mark's tests use; without any, the module's. */
  private static Optional<Scope> meant(SuiteModel model, Mark mark) {
    Set<Optional<Scope>> scopes = new HashSet<>();
    for (Test test : model.tests()) {
      if (test.closestMark(AsyncioMarks.NAME)
          .filter(it -> SameNode.is(it.expression(), mark.expression()))
          .isPresent()) {
        Closure closure = model.closure(test);
        if (!closure.complete()) {
          return Optional.empty();
        }
        closure.fixtures().stream()
            .filter(it -> model.runner(it, test).is(Runner.PYTEST_ASYNCIO))
            .forEach(it -> scopes.add(model.loopScope(it).toOptional()));
      }
    }
    if (scopes.isEmpty()) {
      return Optional.of(Scope.MODULE);
    }
    return scopes.size() == 1
        ? scopes.iterator().next().filter(it -> it != Scope.CLASS)
        : Optional.empty();
  }
}
