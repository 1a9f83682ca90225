package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.List;
import java.util.Optional;

/**
 * The one reading of what {@code anyio_backend} gives: from parameters, from the project's fixtures
 * and from anyio's default.
 */
public final class AnyioBackends {
  private static final List<String> ALL = List.of(AnyioBackend.ASYNCIO, AnyioBackend.TRIO);

  private final Resolver resolver;
  private final PluginVersions versions;

  /** By what {@code versions} say of anyio and trio. */
  public AnyioBackends(Resolver resolver, PluginVersions versions) {
    this.resolver = resolver;
    this.versions = versions;
  }

  /**
   * A backend that is named.
   *
   * @param certain whether the item that it is for is run, whatever its marks
   */
  private record Named(String name, boolean certain) {}

  /** What it gives to a test that it is set up for, if that can be told. */
  public Reading<AnyioBackend> of(Test test, Closure closure) {
    if (test.unknownParameters().isPresent()) {
      return Reading.unknown(test.unknownParameters().orElseThrow());
    }
    List<Parametrization> stated =
        test.parametrizations().stream()
            .filter(it -> it.names().contains(AnyioBackend.NAME))
            .toList();
    Optional<Fixture> fixture = closure.fixture(AnyioBackend.NAME);
    if (!stated.isEmpty()) {
      boolean ignored =
          stated.get(0).indirect().contains(AnyioBackend.NAME)
              && fixture.filter(it -> !it.given().isParameter()).isPresent();
      return ignored
          ? given(fixture.orElseThrow()).map(AnyioBackend::uncertain)
          : of(stated.get(0), stated.size() == 1);
    }
    if (fixture.isPresent()) {
      long steps = closure.fixtures().stream().filter(AnyioBackends::isBackend).count();
      return of(fixture.orElseThrow()).map(it -> steps == 1 ? it : it.uncertain());
    }
    return closure.provided().contains(AnyioBackend.NAME)
        ? byDefault()
        : Reading.unknown("`" + test.name() + "` has no `anyio_backend` that can be read");
  }

  private static boolean isBackend(Fixture fixture) {
    return fixture.name().equals(AnyioBackend.NAME);
  }

  private Reading<AnyioBackend> byDefault() {
    boolean whateverIsInstalled =
        versions.anyio().expected().filter(it -> !Feature.INSTALLED_BACKENDS.isIn(it)).isPresent();
    return whateverIsInstalled || mayHaveTrio()
        ? Reading.known(
            new AnyioBackend(Scope.MODULE, ALL, mayHaveTrio(), Optional.empty(), Optional.empty()))
        : Reading.unknown("it is not stated whether trio is installed");
  }

  /** A project that states nothing of what it installs is taken to have what its tests can use. */
  private boolean mayHaveTrio() {
    return versions.trio().stated() || versions.byDistribution().isEmpty();
  }

  private Reading<AnyioBackend> of(Parametrization mark, boolean only) {
    boolean certain = only && mark.direct().equals(List.of(AnyioBackend.NAME));
    Reading<Scope> scope = mark.scope().orElse(Reading.known(Scope.FUNCTION));
    return scope.flatMap(
        known ->
            values(mark)
                .map(
                    values ->
                        backend(known, values, certain, Optional.empty(), Optional.of(mark))));
  }

  /** What a project's own {@code anyio_backend} gives. */
  private Reading<AnyioBackend> of(Fixture fixture) {
    if (fixture.params().isEmpty()) {
      return given(fixture);
    }
    Expression params = fixture.params().orElseThrow();
    if (fixture.given().isParameter()) {
      return fixture
          .scope()
          .flatMap(
              scope ->
                  named(fixture.decoratorFile(), params)
                      .map(
                          names ->
                              backend(
                                  scope,
                                  names,
                                  doesNothingElse(fixture),
                                  Optional.of(fixture),
                                  Optional.empty())));
    }
    return given(fixture)
        .flatMap(
            one ->
                resolver
                    .elements(fixture.decoratorFile(), params)
                    .map(all -> one.times(all.size())));
  }

  private Reading<AnyioBackend> given(Fixture fixture) {
    Optional<Expression> result = fixture.given().origin();
    if (result.isEmpty()) {
      return Reading.unknown("what `" + fixture.name() + "` gives is computed");
    }
    return fixture
        .scope()
        .flatMap(
            scope ->
                named(new Resolution.Value(fixture.file(), result.orElseThrow()))
                    .map(
                        name ->
                            backend(
                                scope,
                                List.of(name),
                                doesNothingElse(fixture),
                                Optional.of(fixture),
                                Optional.empty())));
  }

  private static boolean doesNothingElse(Fixture fixture) {
    return !fixture.isAsync() && fixture.given().alone().isPresent();
  }

  private static AnyioBackend backend(
      Scope scope,
      List<Named> names,
      boolean certain,
      Optional<Fixture> fixture,
      Optional<Parametrization> mark) {
    return new AnyioBackend(
        scope,
        names.stream().map(Named::name).toList(),
        certain && names.stream().allMatch(Named::certain),
        fixture,
        mark);
  }

  private Reading<List<Named>> values(Parametrization mark) {
    int position = mark.names().indexOf(AnyioBackend.NAME);
    boolean alone = mark.names().size() == 1;
    return resolver
        .elements(mark.file(), mark.values())
        .flatMap(
            rows ->
                Reading.all(rows, row -> alone ? Reading.known(row) : cell(row, position))
                    .flatMap(this::named));
  }

  private Reading<Resolution.Value> cell(Resolution.Value row, int position) {
    if (row.expression() instanceof Call call && isParam(row.file(), call)) {
      return position < call.arguments().size()
          ? Reading.known(new Resolution.Value(row.file(), call.arguments().get(position)))
          : Reading.unknown("`pytest.param` has too few values");
    }
    return resolver
        .elements(row.file(), row.expression())
        .flatMap(
            cells ->
                position < cells.size()
                    ? Reading.known(cells.get(position))
                    : Reading.unknown("a row of `parametrize` has too few values"));
  }

  /** The backends that a list of params names. */
  public Reading<List<String>> names(SourceFile file, Expression params) {
    return named(file, params).map(all -> all.stream().map(Named::name).toList());
  }

  private Reading<List<Named>> named(SourceFile file, Expression params) {
    return resolver.elements(file, params).flatMap(this::named);
  }

  private Reading<List<Named>> named(List<Resolution.Value> values) {
    return values.isEmpty()
        ? Reading.unknown("`anyio_backend` has no values")
        : Reading.all(values, this::named);
  }

  /** The backend that a value names: a text, a pair of text and options, or a param of these. */
  public Reading<String> name(SourceFile file, Expression expression) {
    return named(new Resolution.Value(file, expression)).map(Named::name);
  }

  private Reading<Named> named(Resolution.Value backend) {
    Expression expression = backend.expression();
    SourceFile file = backend.file();
    if (resolver.resolve(file, expression) instanceof Resolution.Value value) {
      expression = value.expression();
      file = value.file();
    }
    if (expression instanceof Call call && isParam(file, call) && !call.arguments().isEmpty()) {
      boolean plain = call.arguments().size() == 1 && call.keywords().stream().allMatch(this::isId);
      return named(new Resolution.Value(file, call.arguments().get(0)))
          .map(it -> new Named(it.name(), it.certain() && plain));
    }
    return resolver
        .string(file, text(file, expression))
        .flatMap(
            it ->
                ALL.contains(it)
                    ? Reading.known(new Named(it, true))
                    : Reading.unknown("`" + it + "` is no backend of anyio"));
  }

  /** With marks, a param may be skipped. */
  private boolean isId(Keyword keyword) {
    return keyword.name().filter("id"::equals).isPresent();
  }

  /** The name, where options stand beside it. */
  private Expression text(SourceFile file, Expression backend) {
    if (backend instanceof Call call && isNamedTuple(file, call)) {
      return call.arguments().get(0);
    }
    return backend instanceof Tuple pair && pair.elements().size() == 2
        ? pair.elements().get(0)
        : backend;
  }

  /** A named tuple of the project is a tuple, too. */
  private boolean isNamedTuple(SourceFile file, Call call) {
    return call.arguments().size() == 2
        && resolver.resolve(file, call.function()) instanceof Resolution.Class it
        && it.definition().bases().stream()
            .anyMatch(
                base ->
                    resolver
                        .qualifiedName(it.file(), base)
                        .filter("typing.NamedTuple"::equals)
                        .isPresent());
  }

  private boolean isParam(SourceFile file, Call call) {
    return resolver.qualifiedName(file, call.function()).filter("pytest.param"::equals).isPresent();
  }
}
