package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.suite.code.OwnNodes;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolution;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which backends {@code anyio_backend} names. */
public final class BackendNames {
  static final String FIXTURE = "anyio_backend";

  /** Since this version, the default names only those that are installed. */
  private static final Version INSTALLED_ONLY = Version.of("4.12.0");

  private final Resolver resolver;
  private final PluginVersions versions;

  /** By what {@code versions} say of anyio. */
  public BackendNames(Resolver resolver, PluginVersions versions) {
    this.resolver = resolver;
    this.versions = versions;
  }

  /** The backends of a test, one for each of its items. */
  public Reading<List<String>> of(Test test, Closure closure) {
    Optional<Parametrization> stated =
        test.parametrizations().stream().filter(it -> it.names().contains(FIXTURE)).findFirst();
    if (test.unknownParameters().isPresent()) {
      return Reading.unknown(test.unknownParameters().orElseThrow());
    }
    Optional<Fixture> fixture = closure.fixture(FIXTURE);
    if (stated.isPresent()) {
      boolean ignored =
          stated.orElseThrow().indirect().contains(FIXTURE)
              && fixture.filter(it -> !givesParameter(it)).isPresent();
      return ignored ? given(fixture.orElseThrow()) : values(stated.orElseThrow());
    }
    if (fixture.isPresent()) {
      return of(fixture.orElseThrow());
    }
    return closure.provided().contains(FIXTURE)
        ? byDefault()
        : Reading.unknown("`" + test.name() + "` has no `anyio_backend` that can be read");
  }

  private Reading<List<String>> byDefault() {
    boolean all =
        versions.anyio().expected().filter(it -> it.compareTo(INSTALLED_ONLY) < 0).isPresent();
    return all || versions.trio().stated()
        ? Reading.known(List.of("asyncio", "trio"))
        : Reading.unknown("it is not stated whether trio is installed");
  }

  /** The backends that a project's own {@code anyio_backend} gives. */
  Reading<List<String>> of(Fixture fixture) {
    if (fixture.params().isEmpty()) {
      return given(fixture);
    }
    if (!givesParameter(fixture)) {
      return given(fixture)
          .flatMap(
              one ->
                  elements(fixture.decoratorFile(), fixture.params().orElseThrow())
                      .map(all -> all.stream().map(it -> one.get(0)).toList()));
    }
    return elements(fixture.decoratorFile(), fixture.params().orElseThrow()).flatMap(this::names);
  }

  /** Whether a fixture gives what {@code request.param} holds. */
  boolean givesParameter(Fixture fixture) {
    return result(fixture)
        .filter(
            it ->
                it instanceof Attribute attribute
                    && attribute.attr().equals("param")
                    && attribute.value() instanceof Name name
                    && name.id().equals("request"))
        .isPresent();
  }

  private Reading<List<String>> given(Fixture fixture) {
    Optional<Expression> result = result(fixture);
    return result.isEmpty()
        ? Reading.unknown("what `" + fixture.name() + "` gives is computed")
        : name(new Resolution.Value(fixture.file(), result.orElseThrow())).map(List::of);
  }

  /** What the one {@code return} or {@code yield} of a fixture gives. */
  private static Optional<Expression> result(Fixture fixture) {
    List<Optional<Expression>> results = new ArrayList<>();
    List<Node> nodes = OwnNodes.of(fixture.function());
    for (Node node : nodes) {
      if (node instanceof Return it) {
        results.add(it.value());
      } else if (node instanceof Yield it) {
        results.add(it.value());
      }
    }
    return results.size() == 1
        ? results.get(0).map(it -> it instanceof Name name ? assigned(nodes, name) : it)
        : Optional.empty();
  }

  /** The value of a variable that is assigned once; otherwise its name. */
  private static Expression assigned(List<Node> nodes, Name name) {
    List<Expression> values = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Assign it && it.targets().stream().anyMatch(t -> isNamed(t, name))) {
        values.add(it.value());
      } else if (node instanceof AnnAssign it && isNamed(it.target(), name)) {
        it.value().ifPresent(values::add);
      }
    }
    return values.size() == 1 ? values.get(0) : name;
  }

  private static boolean isNamed(Expression target, Name name) {
    return target instanceof Name it && it.id().equals(name.id());
  }

  private Reading<List<String>> values(Parametrization parametrization) {
    int position = parametrization.names().indexOf(FIXTURE);
    boolean alone = parametrization.names().size() == 1;
    return elements(parametrization.file(), parametrization.values())
        .flatMap(
            all -> {
              List<Resolution.Value> backends = new ArrayList<>();
              for (Resolution.Value element : all) {
                Reading<Resolution.Value> one =
                    alone ? Reading.known(element) : element(element, position);
                if (one instanceof Reading.Unknown<Resolution.Value> unknown) {
                  return Reading.unknown(unknown.reason());
                }
                backends.add(one.toOptional().orElseThrow());
              }
              return names(backends);
            });
  }

  private Reading<Resolution.Value> element(Resolution.Value row, int position) {
    if (row.expression() instanceof Call call && isParam(row.file(), call)) {
      return position < call.arguments().size()
          ? Reading.known(new Resolution.Value(row.file(), call.arguments().get(position)))
          : Reading.unknown("`pytest.param` has too few values");
    }
    return elements(row.file(), row.expression())
        .flatMap(
            cells ->
                position < cells.size()
                    ? Reading.known(cells.get(position))
                    : Reading.unknown("a row of `parametrize` has too few values"));
  }

  private Reading<List<Resolution.Value>> elements(SourceFile file, Expression list) {
    return resolver.elements(file, list);
  }

  private Reading<List<String>> names(List<Resolution.Value> backends) {
    List<String> names = new ArrayList<>();
    for (Resolution.Value backend : backends) {
      Reading<String> name = name(backend);
      if (name instanceof Reading.Unknown<String> unknown) {
        return Reading.unknown(unknown.reason());
      }
      names.add(name.toOptional().orElseThrow());
    }
    return Reading.known(names);
  }

  /**
   * A backend is a text, or a tuple of a text and options; {@code pytest.param} may be around it.
   */
  private Reading<String> name(Resolution.Value backend) {
    Expression expression = backend.expression();
    SourceFile file = backend.file();
    if (resolver.resolve(file, expression) instanceof Resolution.Value value) {
      expression = value.expression();
      file = value.file();
    }
    if (expression instanceof Call call && isParam(file, call) && !call.arguments().isEmpty()) {
      return name(new Resolution.Value(file, call.arguments().get(0)));
    }
    if (expression instanceof Call call && isNamedTuple(file, call)) {
      return resolver.string(file, call.arguments().get(0));
    }
    if (expression instanceof Tuple tuple && tuple.elements().size() == 2) {
      return resolver.string(file, tuple.elements().get(0));
    }
    return resolver.string(file, expression);
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
