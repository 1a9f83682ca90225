package dev.loopscope.scaffold.check.rules.mark;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.mark.LoopScopeArgument;
import dev.loopscope.scaffold.check.edit.source.ArgumentFixes;
import dev.loopscope.scaffold.check.evidence.AnyioOnly;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arguments that an asyncio mark or the decorator of an async fixture does not take. */
public final class MarkArgumentsInvalid implements Rule {
  private static final AffectedVersions STRICT_MARKS = AffectedVersions.of(Feature.STRICT_MARKS);
  private static final Set<String> OF_MARKS = Set.of("loop_scope", "scope", "loop_factories");
  private static final Set<String> OF_FIXTURES =
      Set.of("fixture_function", "scope", "params", "autouse", "ids", "name");

  @Override
  public String id() {
    return "LS009";
  }

  @Override
  public String summary() {
    return "An asyncio mark or the decorator of an async fixture is given an argument that it does"
        + " not take.";
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
    for (Mark mark : new AsyncioMarks(model).read()) {
      mark.call().ifPresent(call -> checkMark(model, mark, findings));
    }
    for (Fixture fixture : model.fixtures()) {
      if (fixture.maker() == Maker.PYTEST_ASYNCIO
          || (fixture.maker() == Maker.PYTEST && fixture.isAsync())) {
        checkFixture(fixture, model, findings);
      }
    }
  }

  private void checkMark(SuiteModel model, Mark mark, Findings findings) {
    ArgumentFixes fixes = new ArgumentFixes(mark.file(), mark.keywords());
    Optional<Expression> positional = first(mark.arguments());
    Optional<Keyword> unknown = unknown(mark.keywords(), OF_MARKS);
    Optional<Keyword> scope = AsyncioMarks.keyword(mark, "scope");
    String refused = ", and pytest-asyncio refuses it: its tests are not collected";
    if (positional.isPresent()) {
      Expression it = positional.orElseThrow();
      report(
          model,
          findings,
          mark.file().location(it),
          "the mark takes no positional argument" + refused,
          "write `loop_scope=" + mark.file().text(it) + "`",
          fixes.named(it, "loop_scope"));
    } else if (unknown.isPresent()) {
      Keyword it = unknown.orElseThrow();
      report(
          model,
          findings,
          mark.file().location(it),
          "the mark has no argument `" + it.name().orElseThrow() + "`" + refused,
          "write `loop_scope=...`, or take the argument away",
          fixes.corrected(it));
    } else if (scope.isPresent() && AsyncioMarks.keyword(mark, "loop_scope").isPresent()) {
      report(
          model,
          findings,
          mark.file().location(scope.orElseThrow()),
          "the mark has both `scope` and `loop_scope`" + refused,
          "keep `loop_scope` alone",
          fixes.withoutScope());
    }
  }

  private void report(
      SuiteModel model,
      Findings findings,
      Location location,
      String message,
      String remedy,
      Optional<Fix> fix) {
    Allowed allowed = model.versions().pytestAsyncio();
    Optional<Severity> severity = STRICT_MARKS.severity(allowed, Severity.ERROR);
    if (severity.isPresent()) {
      Finding finding =
          Finding.of(this, severity.orElseThrow(), location, message, remedy)
              .forVersions(STRICT_MARKS.words(allowed));
      findings.add(fix.map(finding::with).orElse(finding));
    }
  }

  private void checkFixture(Fixture fixture, SuiteModel model, Findings findings) {
    boolean own = fixture.maker() == Maker.PYTEST_ASYNCIO;
    List<Keyword> keywords = fixture.decoratorKeywords();
    ArgumentFixes fixes = new ArgumentFixes(fixture.decoratorFile(), keywords);
    Optional<Expression> positional =
        fixture
            .decoratorCall()
            .flatMap(call -> first(call.arguments()))
            .filter(it -> it instanceof StringLiteral);
    Optional<Keyword> unknown = unknown(keywords, OF_FIXTURES).filter(it -> !(own && isScope(it)));
    String refused = ", and Python cannot import the module of `" + fixture.name() + "`";
    if (positional.isPresent()) {
      Expression it = positional.orElseThrow();
      add(
          findings,
          fixture.decoratorFile().location(it),
          "a fixture's decorator takes no scope by position" + refused,
          "write `scope=" + fixture.decoratorFile().text(it) + "`",
          fixes.named(it, "scope"));
    } else if (unknown.isPresent()) {
      Keyword it = unknown.orElseThrow();
      String decorator = own ? "pytest_asyncio.fixture" : "pytest.fixture";
      add(
          findings,
          fixture.decoratorFile().location(it),
          "`" + decorator + "` has no argument `" + it.name().orElseThrow() + "`" + refused,
          isScope(it) && !AnyioOnly.holds(model)
              ? "make it with `@pytest_asyncio.fixture`, which has a `loop_scope`"
              : own
                  ? "write `loop_scope=...`, or take the argument away"
                  : "take the argument away",
          own
              ? fixes.corrected(it)
              : isScope(it) && !AnyioOnly.holds(model)
                  ? madeByPlugin(fixture, it)
                  : Optional.empty());
    }
  }

  private static Optional<Fix> madeByPlugin(Fixture fixture, Keyword argument) {
    return Optional.of(argument.value())
        .filter(StringLiteral.class::isInstance)
        .flatMap(it -> Scope.named(((StringLiteral) it).value()))
        .flatMap(it -> LoopScopeArgument.of(fixture, it))
        .map(it -> new Fix(Safety.UNSAFE, "make it with `@pytest_asyncio.fixture`", it));
  }

  private void add(
      Findings findings, Location location, String message, String remedy, Optional<Fix> fix) {
    Finding finding = Finding.of(this, Severity.ERROR, location, message, remedy);
    findings.add(fix.map(finding::with).orElse(finding));
  }

  private static boolean isScope(Keyword keyword) {
    return keyword.name().filter("loop_scope"::equals).isPresent();
  }

  private static Optional<Keyword> unknown(List<Keyword> keywords, Set<String> known) {
    return keywords.stream()
        .filter(it -> it.name().filter(name -> !known.contains(name)).isPresent())
        .findFirst();
  }

  /** The first positional argument; nothing if it may stand for none. */
  private static Optional<Expression> first(List<Expression> arguments) {
    return arguments.stream().findFirst().filter(it -> !(it instanceof Starred));
  }
}
