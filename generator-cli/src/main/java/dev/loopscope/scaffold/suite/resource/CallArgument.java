package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import java.util.Optional;

/**
 * A parameter of what is called.
 *
 * @param name by which it is given as a keyword
 * @param position at which it may be given without one; negative if it may not
 */
public record CallArgument(String name, int position) {
  /** Reads {@code name} or {@code name@0}. */
  static CallArgument of(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new CallArgument(text, -1)
        : new CallArgument(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
  }

  /** The value that a call gives it; empty if it gives none, or none that can be told. */
  public Optional<Expression> in(Call call) {
    for (Keyword keyword : call.keywords()) {
      if (keyword.name().filter(name::equals).isPresent()) {
        return Optional.of(keyword.value());
      }
    }
    return position >= 0 && position < call.arguments().size() && !isSpread(call, position + 1)
        ? Optional.of(call.arguments().get(position))
        : Optional.empty();
  }

  /** Whether a call may give it by {@code *arguments} or {@code **keywords}. */
  public boolean mayBeIn(Call call) {
    return call.keywords().stream().anyMatch(it -> it.name().isEmpty())
        || (position >= 0 && isSpread(call, call.arguments().size()));
  }

  private static boolean isSpread(Call call, int end) {
    return call.arguments().subList(0, end).stream().anyMatch(Starred.class::isInstance);
  }
}
