package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes an async fixture of one that runs coroutines on the {@code event_loop} that it requests.
 */
public final class AwaitInstead {
  private static final String LOOP = "event_loop";

  private final SourceFile file;
  private final FunctionDef function;
  private final List<Edit> edits = new ArrayList<>();
  private int uses;

  private AwaitInstead(Fixture fixture) {
    this.file = fixture.file();
    this.function = fixture.function();
  }

  /**
   * The edits; absent where the loop is used for more than to run one thing after the other.
   *
   * @param loopScope of the async fixture
   */
  public static Optional<List<Edit>> of(Fixture fixture, Scope loopScope) {
    boolean plain =
        fixture.kind().is(FunctionKind.SYNC) || fixture.kind().is(FunctionKind.GENERATOR);
    Optional<Parameter> parameter =
        fixture.function().parameters().stream().filter(it -> it.name().equals(LOOP)).findFirst();
    Optional<List<Edit>> decorated = LoopScopeArgument.of(fixture, loopScope);
    Optional<Edit> removal =
        parameter.flatMap(it -> ParameterRemoval.edit(fixture.file(), fixture.function(), it));
    if (!plain || removal.isEmpty() || decorated.isEmpty()) {
      return Optional.empty();
    }
    AwaitInstead instead = new AwaitInstead(fixture);
    instead.awaitAll();
    if (fixture.kind().is(FunctionKind.SYNC)) {
      instead.finalizer();
    }
    if (instead.uses != instead.mentions()) {
      return Optional.empty();
    }
    instead.edits.addAll(decorated.orElseThrow());
    instead.edits.add(removal.orElseThrow());
    int def = fixture.function().start();
    instead.edits.add(new Edit(fixture.file().path(), def, def, "async "));
    return Optional.of(instead.edits);
  }

  private int mentions() {
    List<Node> names = new ArrayList<>();
    function
        .body()
        .forEach(
            statement ->
                Walk.preOrder(
                    statement,
                    node -> {
                      if (node instanceof Name name && name.id().equals(LOOP)) {
                        names.add(name);
                      }
                    }));
    return names.size();
  }

  private void awaitAll() {
    List<Node> alone = new ArrayList<>();
    for (FunctionCode.Place place : FunctionCode.of(file, function).places()) {
      if (place.node() instanceof ExpressionStatement it) {
        alone.add(it.value());
      } else if (place.node() instanceof Assign it) {
        alone.add(it.value());
      } else if (place.node() instanceof Return it) {
        it.value().ifPresent(alone::add);
      }
    }
    for (FunctionCode.Place place : FunctionCode.of(file, function).calls()) {
      if (place.node() instanceof Call call && run(call).isPresent()) {
        boolean bare = alone.stream().anyMatch(it -> SameNode.is(it, call));
        Expression what = run(call).orElseThrow();
        String text = "await " + file.text(what);
        edits.add(new Edit(file.path(), call.start(), call.end(), bare ? text : "(" + text + ")"));
        uses++;
      }
    }
  }

  /** {@code request.addfinalizer(lambda: event_loop.run_until_complete(...))} at the end. */
  private void finalizer() {
    Statement last = function.body().get(function.body().size() - 1);
    if (last instanceof ExpressionStatement statement
        && statement.value() instanceof Call call
        && call.function() instanceof Attribute method
        && method.attr().equals("addfinalizer")
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Lambda lambda
        && lambda.parameters().isEmpty()
        && lambda.body() instanceof Call inner
        && run(inner).isPresent()
        && function.body().size() > 1) {
      int lineStart = file.source().lineStart(file.source().lineAt(last.start()));
      String indent = file.source().text().substring(lineStart, last.start());
      if (indent.isBlank()) {
        String text = "yield\n" + indent + "await " + file.text(run(inner).orElseThrow());
        edits.add(new Edit(file.path(), last.start(), last.end(), text));
        uses++;
      }
    }
  }

  /** What a call runs on the loop, if it is such a call. */
  private static Optional<Expression> run(Call call) {
    boolean runs =
        call.function() instanceof Attribute method
            && method.attr().equals("run_until_complete")
            && method.value() instanceof Name name
            && name.id().equals(LOOP)
            && call.arguments().size() == 1
            && call.keywords().isEmpty();
    return runs ? Optional.of(call.arguments().get(0)) : Optional.empty();
  }
}
