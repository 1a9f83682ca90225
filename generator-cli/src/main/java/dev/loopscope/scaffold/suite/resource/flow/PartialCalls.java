package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.ParameterKind;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions that are handed on together with some of their arguments: {@code functools.partial(f,
 * x)}, {@code group.start_soon(f, x)}. Of the value that stands for one, what a parameter was given
 * is an attribute.
 */
final class PartialCalls {
  private static final String GIVEN = "given ";

  /** Methods that call a function on the running loop, and where it stands among the arguments. */
  private static final Map<String, Integer> STARTING = Map.of("start_soon", 0, "start", 0);

  /** Functions that do so. */
  private static final Map<String, Integer> WRAPPING = Map.of("functools.partial", 0);

  private PartialCalls() {}

  /** Whether a call of a library's function gives its first argument with the others. */
  static boolean isWrapping(String name) {
    return WRAPPING.containsKey(name);
  }

  /** Whether a method calls its first argument with the others. */
  static boolean isStarting(String method, Call call) {
    return STARTING.containsKey(method) && !call.arguments().isEmpty();
  }

  /** The parameter that an attribute is of; empty for any other attribute. */
  static Optional<String> parameter(String attribute) {
    return attribute.startsWith(GIVEN)
        ? Optional.of(attribute.substring(GIVEN.length()))
        : Optional.empty();
  }

  /** A function with the arguments behind it in a call. */
  static Content of(Call call, ValueReading values) {
    Content function = values.of(call.arguments().get(0));
    Content all = function;
    for (Part part : function.parts()) {
      if (part instanceof Part.Code code) {
        boolean bound = function.attributes().containsKey(Attributes.RECEIVER);
        all = given(all, code.function(), call, bound ? 1 : 0, values);
      }
    }
    return all;
  }

  private static Content given(
      Content function, FunctionDef definition, Call call, int first, ValueReading values) {
    Content all = function;
    List<Parameter> parameters = definition.parameters();
    int next = first;
    for (Expression argument : call.arguments().subList(1, call.arguments().size())) {
      while (next < parameters.size()
          && function.attributes().containsKey(GIVEN + parameters.get(next).name())) {
        next++;
      }
      if (argument instanceof Starred
          || next == parameters.size()
          || parameters.get(next).kind() == ParameterKind.VAR_POSITIONAL) {
        break;
      }
      all = all.with(List.of(GIVEN + parameters.get(next).name()), values.of(argument));
      next++;
    }
    for (Keyword keyword : call.keywords()) {
      if (keyword.name().isPresent()) {
        all = all.with(List.of(GIVEN + keyword.name().orElseThrow()), values.of(keyword.value()));
      }
    }
    return all;
  }
}
