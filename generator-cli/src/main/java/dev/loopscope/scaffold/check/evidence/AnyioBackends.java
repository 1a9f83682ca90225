package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolution;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@code anyio_backend} gives, from params, from fixtures and from anyio's default. */
public final class AnyioBackends {
  private static final List<String> DEFAULT = List.of(AnyioBackend.ASYNCIO, AnyioBackend.TRIO);

  private final SuiteModel model;

  /** Of the tests and fixtures of a suite. */
  public AnyioBackends(SuiteModel model) {
    this.model = model;
  }

  /** What {@code anyio_backend} gives to a test, if the test has it and it can be told. */
  public Reading<AnyioBackend> of(Test test) {
    if (test.unknownParameters().isPresent()) {
      return Reading.unknown(test.unknownParameters().orElseThrow());
    }
    List<Parametrization> params =
        test.parametrizations().stream()
            .filter(it -> it.names().contains(AnyioBackend.NAME))
            .toList();
    if (!params.isEmpty()) {
      return params.size() == 1 ? of(params.get(0)) : Reading.unknown("it is parametrized twice");
    }
    return of(model.closure(test));
  }

  private Reading<AnyioBackend> of(Parametrization mark) {
    if (!mark.direct().equals(List.of(AnyioBackend.NAME))) {
      return Reading.unknown("it is parametrized together with others, or indirectly");
    }
    Reading<Scope> scope = mark.scope().orElse(Reading.known(Scope.FUNCTION));
    return scope.flatMap(
        known ->
            names(mark.file(), mark.values())
                .map(names -> new AnyioBackend(known, names, Optional.empty(), Optional.of(mark))));
  }

  private Reading<AnyioBackend> of(Closure closure) {
    List<Fixture> fixtures =
        closure.fixtures().stream().filter(it -> it.name().equals(AnyioBackend.NAME)).toList();
    if (fixtures.size() == 1) {
      return of(fixtures.get(0));
    }
    if (!fixtures.isEmpty() || !closure.provided().contains(AnyioBackend.NAME)) {
      return Reading.unknown("`anyio_backend` is overridden in steps, or not known");
    }
    return installsTrio()
        ? Reading.known(new AnyioBackend(Scope.MODULE, DEFAULT, Optional.empty(), Optional.empty()))
        : Reading.unknown("trio may not be installed");
  }

  /** anyio's own fixture has the backends that are installed. */
  private boolean installsTrio() {
    return model.versions().byDistribution().isEmpty()
        || model.versions().trio().stated()
        || model.versions().anyio().statedAt().stream()
            .anyMatch(it -> it.text().text().substring(it.start(), it.end()).contains("[trio"));
  }

  private Reading<AnyioBackend> of(Fixture fixture) {
    return fixture
        .scope()
        .flatMap(
            scope ->
                names(fixture)
                    .map(
                        names ->
                            new AnyioBackend(
                                scope, names, Optional.of(fixture), Optional.empty())));
  }

  private Reading<List<String>> names(Fixture fixture) {
    Optional<Expression> given = given(fixture);
    if (given.isEmpty() || fixture.isAsync()) {
      return Reading.unknown("the body of `anyio_backend` does more than return");
    }
    if (isParam(given.orElseThrow())) {
      return fixture
          .params()
          .map(params -> names(fixture.decoratorFile(), params))
          .orElseGet(() -> Reading.unknown("`anyio_backend` has no params"));
    }
    return name(fixture.file(), given.orElseThrow()).map(List::of);
  }

  /** What a fixture returns or yields, if its body does nothing else. */
  public static Optional<Expression> given(Fixture fixture) {
    List<Statement> body = fixture.function().body();
    int first = !body.isEmpty() && isDocstring(body.get(0)) ? 1 : 0;
    if (body.size() != first + 1) {
      return Optional.empty();
    }
    if (body.get(first) instanceof Return statement) {
      return statement.value();
    }
    return body.get(first) instanceof ExpressionStatement statement
            && statement.value() instanceof Yield yield
        ? yield.value()
        : Optional.empty();
  }

  private static boolean isDocstring(Statement statement) {
    return statement instanceof ExpressionStatement expression
        && expression.value() instanceof StringLiteral;
  }

  private static boolean isParam(Expression expression) {
    return expression instanceof Attribute attribute
        && attribute.attr().equals("param")
        && attribute.value() instanceof Name name
        && name.id().equals("request");
  }

  /** The backends that a list of params names. */
  public Reading<List<String>> names(SourceFile file, Expression params) {
    return model
        .resolver()
        .elements(file, params)
        .flatMap(
            elements -> {
              List<String> names = new ArrayList<>();
              for (Resolution.Value element : elements) {
                Reading<String> name = name(element.file(), element.expression());
                name.toOptional().ifPresent(names::add);
              }
              return names.isEmpty() || names.size() < elements.size()
                  ? Reading.unknown("a param of `anyio_backend` is computed")
                  : Reading.known(List.copyOf(names));
            });
  }

  /** The backend that a value names: a text, a pair of text and options, or a param of these. */
  public Reading<String> name(SourceFile file, Expression expression) {
    Resolution resolution = model.resolver().resolve(file, expression);
    Reading<String> text =
        resolution instanceof Resolution.Value value
            ? text(value)
            : model.resolver().string(file, expression);
    return text.flatMap(
        it ->
            DEFAULT.contains(it)
                ? Reading.known(it)
                : Reading.unknown("`" + it + "` is no backend of anyio"));
  }

  private Reading<String> text(Resolution.Value value) {
    if (value.expression() instanceof Tuple pair) {
      return pair.elements().size() == 2
          ? model.resolver().string(value.file(), pair.elements().get(0))
          : Reading.unknown("it is no pair");
    }
    return value.expression() instanceof Call call
        ? ofParam(value.file(), call)
        : model.resolver().string(value.file(), value.expression());
  }

  private Reading<String> ofParam(SourceFile file, Call call) {
    boolean plain =
        model.resolver().qualifiedName(file, call.function()).equals(Optional.of("pytest.param"))
            && call.arguments().size() == 1
            && call.keywords().stream().allMatch(it -> it.name().equals(Optional.of("id")));
    // A param with marks may be skipped.
    return plain && !(call.arguments().get(0) instanceof Call)
        ? name(file, call.arguments().get(0))
        : Reading.unknown("a param of `anyio_backend` has marks");
  }
}
