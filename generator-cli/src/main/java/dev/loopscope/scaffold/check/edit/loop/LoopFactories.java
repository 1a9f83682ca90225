package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Display.ListDisplay;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * What makes the loops of the policies that an {@code event_loop_policy} fixture gives.
 *
 * @param byId how each is written, by the id that pytest shows, in the order of the params
 * @param imports the modules that it names and that may have to be imported
 */
record LoopFactories(Map<String, String> byId, Set<String> imports) {
  private static final String DEFAULT = "asyncio.DefaultEventLoopPolicy";
  private static final String UVLOOP = "uvloop.EventLoopPolicy";
  private static final String REQUEST = "request";

  /** What makes the loops of one policy, and what pytest may call it. */
  private record Factory(String id, String text, Optional<String> imported) {}

  /** Of a fixture that gives one policy; absent if that is not made where it is given. */
  static Optional<LoopFactories> of(SourceFile file, Expression policy, Resolver resolver) {
    return policy instanceof Call call && isBare(call)
        ? Optional.of(factory(file, call.function(), resolver))
            .map(
                it ->
                    it.imported().isPresent() ? it : new Factory("loop", it.text(), it.imported()))
            .flatMap(it -> of(List.of(it), List.of(Optional.empty())))
        : Optional.empty();
  }

  /** Whether a policy is asyncio's own. */
  static boolean isDefault(SourceFile file, Expression policy, Resolver resolver) {
    return policy instanceof Call call
        && isBare(call)
        && resolver.qualifiedName(file, call.function()).filter(DEFAULT::equals).isPresent();
  }

  /**
   * Of a fixture that gives each of its params, policies, or makes a policy of each, a class;
   * absent if it does anything else.
   */
  static Optional<LoopFactories> ofParams(Fixture fixture, Expression given, Resolver resolver) {
    boolean called = given instanceof Call call && isBare(call) && isParam(call.function());
    Optional<List<Expression>> params = fixture.params().flatMap(LoopFactories::elements);
    if (!(called || isParam(given)) || params.isEmpty() || !isOnlyRequest(fixture)) {
      return Optional.empty();
    }
    List<Factory> factories = new ArrayList<>();
    List<Optional<String>> ids = new ArrayList<>();
    for (Expression param : params.orElseThrow()) {
      Expression policy = value(fixture.decoratorFile(), param, resolver);
      ids.add(id(param));
      if (called && (policy instanceof Name || policy instanceof Attribute)) {
        factories.add(factory(fixture.decoratorFile(), policy, resolver));
      } else if (!called && policy instanceof Call call && isBare(call)) {
        factories.add(factory(fixture.decoratorFile(), call.function(), resolver));
      } else {
        return Optional.empty();
      }
    }
    return named(fixture, ids).flatMap(it -> of(factories, it));
  }

  /** As a hook returns them. */
  String written() {
    StringJoiner entries = new StringJoiner(", ", "{", "}");
    byId.forEach((id, factory) -> entries.add("\"" + id + "\": " + factory));
    return entries.toString();
  }

  private static Optional<LoopFactories> of(List<Factory> factories, List<Optional<String>> ids) {
    Map<String, String> byId = new LinkedHashMap<>();
    Set<String> imports = new TreeSet<>();
    for (int at = 0; at < factories.size(); at++) {
      Factory factory = factories.get(at);
      String id = ids.get(at).orElse(factory.id());
      if (id.matches(".*[\"\\\\\\p{Cntrl}].*") || byId.put(id, factory.text()) != null) {
        return Optional.empty();
      }
      factory.imported().ifPresent(imports::add);
    }
    return byId.isEmpty() ? Optional.empty() : Optional.of(new LoopFactories(byId, imports));
  }

  private static Factory factory(SourceFile file, Expression policy, Resolver resolver) {
    Optional<String> name = resolver.qualifiedName(file, policy);
    for (String known : List.of(DEFAULT, UVLOOP)) {
      if (name.filter(known::equals).isPresent()) {
        String module = known.substring(0, known.indexOf('.'));
        return new Factory(module, module + ".new_event_loop", Optional.of(module));
      }
    }
    String text = file.text(policy);
    return new Factory(
        text.substring(text.lastIndexOf('.') + 1), text + "().new_event_loop", Optional.empty());
  }

  private static boolean isBare(Call call) {
    return call.arguments().isEmpty() && call.keywords().isEmpty();
  }

  private static boolean isParam(Expression given) {
    return given instanceof Attribute attribute
        && attribute.attr().equals("param")
        && attribute.value() instanceof Name name
        && name.id().equals(REQUEST);
  }

  private static boolean isOnlyRequest(Fixture fixture) {
    return fixture.requested().equals(List.of(REQUEST));
  }

  /** What a {@code pytest.param} without marks holds, else the param itself. */
  private static Expression value(SourceFile file, Expression param, Resolver resolver) {
    return param instanceof Call call
            && call.arguments().size() == 1
            && call.keywords().stream().allMatch(it -> it.name().filter("id"::equals).isPresent())
            && resolver
                .qualifiedName(file, call.function())
                .filter("pytest.param"::equals)
                .isPresent()
        ? call.arguments().get(0)
        : param;
  }

  private static Optional<String> id(Expression param) {
    return param instanceof Call call
        ? call.keywords().stream()
            .filter(it -> it.name().filter("id"::equals).isPresent())
            .findFirst()
            .flatMap(it -> text(it.value()))
        : Optional.empty();
  }

  /** The ids that params have; absent if they are computed. */
  private static Optional<List<Optional<String>>> named(
      Fixture fixture, List<Optional<String>> own) {
    Optional<Keyword> keyword = fixture.decoratorKeyword("ids");
    if (keyword.isEmpty()) {
      return Optional.of(own);
    }
    Optional<List<Expression>> ids = elements(keyword.orElseThrow().value());
    if (ids.filter(it -> it.size() == own.size()).isEmpty()) {
      return Optional.empty();
    }
    List<Optional<String>> named = new ArrayList<>();
    for (int at = 0; at < own.size(); at++) {
      Optional<String> listed = text(ids.orElseThrow().get(at));
      named.add(own.get(at).or(() -> listed));
    }
    return named.stream().allMatch(Optional::isPresent) ? Optional.of(named) : Optional.empty();
  }

  private static Optional<String> text(Expression expression) {
    return expression instanceof StringLiteral literal
        ? Optional.of(literal.value())
        : Optional.empty();
  }

  private static Optional<List<Expression>> elements(Expression expression) {
    if (expression instanceof Tuple tuple) {
      return Optional.of(tuple.elements());
    }
    return expression instanceof ListDisplay list ? Optional.of(list.elements()) : Optional.empty();
  }
}
