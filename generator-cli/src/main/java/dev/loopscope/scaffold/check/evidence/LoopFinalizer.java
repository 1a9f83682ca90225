package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * The teardown that a fixture registers as the last thing it does, which a {@code yield} does as
 * well: {@code request.addfinalizer(lambda: event_loop.run_until_complete(stop()))}.
 *
 * @param registration the statement that registers it
 * @param returned the {@code return} behind it
 * @param awaited the text of what a coroutine function would await there
 * @param inner the function that is registered, if it has a name
 * @param runs its calls of {@code event_loop.run_until_complete}
 */
public record LoopFinalizer(
    ExpressionStatement registration,
    Optional<Return> returned,
    String awaited,
    Optional<FunctionDef> inner,
    List<Call> runs) {
  public LoopFinalizer {
    runs = List.copyOf(runs);
  }

  /** That of a fixture without a {@code yield}; absent if it is not of this form. */
  static Optional<LoopFinalizer> of(SourceFile file, FunctionDef function) {
    List<Statement> body = function.body();
    Statement last = body.get(body.size() - 1);
    Optional<Return> returned = last instanceof Return it ? Optional.of(it) : Optional.empty();
    int at = body.size() - (returned.isPresent() ? 2 : 1);
    if (at < 1
        || FunctionKind.of(file, function).yields()
        || !(body.get(at) instanceof ExpressionStatement statement)
        || registered(statement.value()).isEmpty()) {
      return Optional.empty();
    }
    long others =
        FunctionCode.of(file, function).nodes().stream()
            .filter(
                it ->
                    it instanceof Return
                        || (it instanceof Expression expression
                            && registered(expression).isPresent()))
            .count();
    return others == (returned.isPresent() ? 2 : 1)
        ? of(file, body, statement, returned)
        : Optional.empty();
  }

  private static Optional<LoopFinalizer> of(
      SourceFile file,
      List<Statement> body,
      ExpressionStatement statement,
      Optional<Return> returned) {
    Expression what = registered(statement.value()).orElseThrow();
    if (what instanceof Lambda lambda
        && lambda.parameters().isEmpty()
        && lambda.body() instanceof Call call) {
      return RequestedLoop.coroutine(call)
          .map(
              it ->
                  new LoopFinalizer(
                      statement, returned, file.text(it), Optional.empty(), List.of(call)));
    }
    if (!(what instanceof Name name)) {
      return Optional.empty();
    }
    return body.stream()
        .filter(FunctionDef.class::isInstance)
        .map(FunctionDef.class::cast)
        .filter(it -> it.name().id().equals(name.id()) && it.parameters().isEmpty())
        .filter(it -> !it.async() && it.decorators().isEmpty())
        .filter(it -> !FunctionKind.of(file, it).yields())
        .findFirst()
        .map(
            it ->
                new LoopFinalizer(
                    statement, returned, name.id() + "()", Optional.of(it), runs(file, it)))
        .filter(it -> !it.runs().isEmpty());
  }

  private static List<Call> runs(SourceFile file, FunctionDef inner) {
    return FunctionCode.of(file, inner).calls().stream()
        .map(it -> (Call) it.node())
        .filter(it -> RequestedLoop.coroutine(it).isPresent())
        .toList();
  }

  /** What an expression registers, if it is {@code request.addfinalizer(...)}. */
  private static Optional<Expression> registered(Expression expression) {
    return expression instanceof Call call
            && call.function() instanceof Attribute method
            && method.attr().equals("addfinalizer")
            && call.arguments().size() == 1
            && call.keywords().isEmpty()
        ? Optional.of(call.arguments().get(0))
        : Optional.empty();
  }
}
