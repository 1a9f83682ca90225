package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what functions request at run time, by {@code request.getfixturevalue}. Safe for several
 * threads.
 */
final class DynamicRequests {
  private static final Set<String> LAZY_FIXTURES =
      Set.of(
          "pytest_lazy_fixtures.lf",
          "pytest_lazy_fixtures.lfc",
          "pytest_lazyfixture.lazy_fixture",
          "pytest.lazy_fixture");
  private static final Names NONE = new Names(List.of(), false);

  private final Resolver resolver;
  private final Map<Fixture, Names> ofFixtures = new ConcurrentHashMap<>();

  DynamicRequests(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * What is requested at run time.
   *
   * @param names the literals, in order
   * @param computed whether there are requests whose name is no literal
   */
  record Names(List<String> names, boolean computed) {
    Names {
      names = List.copyOf(names);
    }
  }

  Names of(Fixture fixture) {
    return ofFixtures.computeIfAbsent(fixture, it -> of(it.file(), it.function()));
  }

  Names of(Test test) {
    Names asked = of(test.file(), test.function());
    Names lazy = lazyFixtures(test);
    List<String> names = new ArrayList<>(lazy.names());
    names.addAll(asked.names());
    return new Names(names, asked.computed() || lazy.computed());
  }

  /** The fixtures that pytest-lazy-fixtures, or its predecessor, sets up for parameters. */
  private Names lazyFixtures(Test test) {
    List<Reading<String>> found = new ArrayList<>();
    for (Parametrization parametrization : test.parametrizations()) {
      SourceFile file = parametrization.file();
      Walk.preOrder(
          parametrization.values(),
          node -> {
            if (node instanceof Call call
                && resolver
                    .qualifiedName(file, call.function())
                    .filter(LAZY_FIXTURES::contains)
                    .isPresent()) {
              found.add(name(file, call));
            }
          });
    }
    return new Names(
        found.stream().map(Reading::toOptional).flatMap(Optional::stream).toList(),
        found.stream().anyMatch(it -> !it.isKnown()));
  }

  private Names of(SourceFile file, FunctionDef function) {
    if (function.parameters().stream().noneMatch(it -> it.name().equals("request"))) {
      return NONE;
    }
    List<String> names = new ArrayList<>();
    List<Reading<String>> computed = new ArrayList<>();
    for (var statement : function.body()) {
      Walk.preOrder(
          statement,
          node -> {
            if (node instanceof Call call
                && call.function() instanceof Attribute attribute
                && attribute.attr().equals("getfixturevalue")) {
              Reading<String> name = name(file, call);
              name.toOptional().ifPresent(names::add);
              if (!name.isKnown()) {
                computed.add(name);
              }
            }
          });
    }
    return new Names(names, !computed.isEmpty());
  }

  private Reading<String> name(SourceFile file, Call call) {
    return call.arguments().isEmpty()
        ? Reading.unknown("`getfixturevalue` has no argument")
        : resolver.string(file, call.arguments().get(0));
  }
}
