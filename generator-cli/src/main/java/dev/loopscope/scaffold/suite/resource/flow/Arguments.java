package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.ParameterKind;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the parameters of a called function hold, and what its surroundings gave it. */
public final class Arguments {
  private final Map<String, Content> values = new HashMap<>();
  private final Map<String, Expression> written = new HashMap<>();
  private final Map<Part.Parameter, Content> known = new HashMap<>();

  /** Parameters that were given something before the call. */
  private final Set<String> taken = new HashSet<>();

  private final String first;

  private Arguments(FunctionDef function, Content callee) {
    callee
        .attributes()
        .forEach(
            (name, value) -> {
              values.put(PartialCalls.parameter(name).orElse(name), value);
              PartialCalls.parameter(name).ifPresent(taken::add);
            });
    List<Parameter> parameters = function.parameters();
    this.first = parameters.isEmpty() ? "" : parameters.get(0).name();
    if (callee.attributes().containsKey(Attributes.RECEIVER)) {
      values.put(first, callee.attributes().getOrDefault(Attributes.RECEIVER, Content.NOTHING));
    }
  }

  /** Those of a call. */
  public static Arguments of(Call call, FunctionDef function, Content callee, ValueReading values) {
    Arguments arguments = new Arguments(function, callee);
    boolean bound = callee.attributes().containsKey(Attributes.RECEIVER);
    if (bound && call.function() instanceof Attribute method) {
      arguments.written.put(arguments.first, values.written(method.value()));
    }
    List<Parameter> parameters = function.parameters();
    int next = bound ? 1 : 0;
    for (Expression argument : call.arguments()) {
      while (next < parameters.size() && arguments.taken.contains(parameters.get(next).name())) {
        next++;
      }
      Content value = values.of(argument);
      if (argument instanceof Starred starred) {
        Content all = values.of(starred.value()).flat();
        for (; next < parameters.size() && isPositional(parameters.get(next)); next++) {
          arguments.values.put(parameters.get(next).name(), all);
        }
      } else if (next < parameters.size() && isPositional(parameters.get(next))) {
        arguments.values.put(parameters.get(next).name(), value);
        arguments.written.put(parameters.get(next).name(), argument);
        next++;
      } else {
        arguments.addRest(parameters, ParameterKind.VAR_POSITIONAL, Content.ELEMENTS, value);
      }
    }
    for (Keyword keyword : call.keywords()) {
      arguments.add(parameters, keyword, values.of(keyword.value()));
    }
    arguments.fill(function);
    return arguments;
  }

  /** Parameters that nothing was given for have defaults. */
  public void fill(FunctionDef function) {
    for (Parameter parameter : function.parameters()) {
      values.putIfAbsent(parameter.name(), Content.NOTHING);
    }
  }

  /** Those that are known by name. */
  public static Arguments given(FunctionDef function, Content callee, Map<String, Content> byName) {
    Arguments arguments = new Arguments(function, callee);
    arguments.values.putAll(byName);
    return arguments;
  }

  /** Those of a method of which nothing but its object is known. */
  static Arguments of(FunctionDef function, Content callee) {
    Arguments arguments = new Arguments(function, callee);
    arguments.fill(function);
    return arguments;
  }

  /** Those of {@code __aenter__}. */
  static Arguments entering(Expression manager, FunctionDef function, Content callee) {
    Arguments arguments = new Arguments(function, callee);
    arguments.written.put(arguments.first, manager);
    return arguments;
  }

  private static boolean isPositional(Parameter parameter) {
    return parameter.kind() == ParameterKind.POSITIONAL_ONLY
        || parameter.kind() == ParameterKind.POSITIONAL_OR_KEYWORD;
  }

  private void add(List<Parameter> parameters, Keyword keyword, Content value) {
    Optional<String> name = keyword.name();
    boolean known =
        name.isPresent()
            && parameters.stream()
                .anyMatch(
                    it ->
                        it.name().equals(name.orElseThrow())
                            && it.kind() != ParameterKind.VAR_KEYWORD
                            && it.kind() != ParameterKind.VAR_POSITIONAL);
    if (known) {
      values.put(name.orElseThrow(), value);
      written.put(name.orElseThrow(), keyword.value());
    } else {
      addRest(
          parameters,
          ParameterKind.VAR_KEYWORD,
          name.map(it -> "[" + it + "]").orElse(Content.ELEMENTS),
          value);
    }
  }

  private void addRest(
      List<Parameter> parameters, ParameterKind kind, String element, Content value) {
    for (Parameter parameter : parameters) {
      if (parameter.kind() == kind) {
        values.merge(parameter.name(), Content.NOTHING.with(List.of(element), value), Content::and);
      }
    }
  }

  /** What a parameter, or a variable of the function around, holds. */
  public Content value(String name) {
    Content value = values.get(name);
    return value == null ? Content.unread("`" + name + "` comes from elsewhere") : value;
  }

  /** What the first parameter holds: the object itself, in a method. */
  Content first() {
    return value(first);
  }

  /** The expression that was given for a parameter. */
  Optional<Expression> written(String name) {
    return Optional.ofNullable(written.get(name));
  }

  /** What is at a place in a parameter, as {@code finding} says until something is added. */
  Content at(Part.Parameter place, Supplier<Content> finding) {
    Content found = known.get(place);
    if (found == null) {
      found = finding.get();
      known.put(place, found);
    }
    return found;
  }

  /** Adds what the function keeps in a parameter. */
  void add(String name, Content value) {
    known.keySet().removeIf(it -> it.name().equals(name));
    values.put(name, value(name).and(value));
  }
}
