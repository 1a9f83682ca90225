package dev.loopscope.scaffold.suite.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a call has to say, as the catalogue writes it:
 *
 * <ul>
 *   <li>{@code pool_pre_ping=True}: the value of a keyword; {@code url@0=} also without its name
 *   <li>{@code url@0=postgresql+asyncpg:*}: how the text begins
 *   <li>{@code poolclass=NullPool}: the class that is given, or of which an object is given
 *   <li>{@code limits.max_connections=0}: what the argument's own call says
 *   <li>{@code setup().url@0=mem:*}: what the call of its method says
 *   <li>{@code .wait()}: its method was called
 *   <li>{@code !} before it: it alone decides
 * </ul>
 *
 * @param method the method whose call is meant; empty for the call that makes the object
 * @param path the argument, and the arguments of what that calls
 * @param value what is to be there; a trailing {@code *} stands for any rest
 * @param decisive whether other conditions do not matter
 */
public record CallCondition(
    Optional<String> method, List<CallArgument> path, String value, boolean decisive) {
  public CallCondition {
    path = List.copyOf(path);
  }

  static CallCondition of(String written) {
    boolean decisive = written.startsWith("!");
    String text = decisive ? written.substring(1) : written;
    if (text.startsWith(".") && text.endsWith("()")) {
      return new CallCondition(
          Optional.of(text.substring(1, text.length() - 2)), List.of(), "", decisive);
    }
    int equals = text.indexOf('=');
    String left = text.substring(0, equals);
    int parentheses = left.indexOf("().");
    List<CallArgument> path = new ArrayList<>();
    for (String step : left.substring(parentheses < 0 ? 0 : parentheses + 3).split("\\.", -1)) {
      path.add(CallArgument.of(step));
    }
    return new CallCondition(
        parentheses < 0 ? Optional.empty() : Optional.of(left.substring(0, parentheses)),
        path,
        text.substring(equals + 1),
        decisive);
  }
}
