package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.tree.Display.ListDisplay;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Primary.Subscript;
import java.util.List;

/** What can be assigned to. */
final class Targets {
  private Targets() {}

  /** The expression, if it can be assigned to; a failure at its start if not. */
  static Expression checked(Expression read) {
    if (!isTarget(read)) {
      throw new SyntaxFailure("expected something to assign to", read.start());
    }
    return read;
  }

  /** A name, an attribute or a subscript: all that an augmented assignment takes. */
  static boolean isSingle(Expression read) {
    return read instanceof Name || read instanceof Attribute || read instanceof Subscript;
  }

  /** Whether {@code del} takes it. */
  static boolean isDeletable(Expression read) {
    return isSingle(read)
        || (isList(read) && elements(read).stream().allMatch(Targets::isDeletable));
  }

  private static boolean isTarget(Expression read) {
    if (isSingle(read)) {
      return true;
    }
    if (read instanceof Starred starred) {
      return !(starred.value() instanceof Starred) && isTarget(starred.value());
    }
    if (!isList(read)) {
      return false;
    }
    for (Expression element : elements(read)) {
      if (!isTarget(element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isList(Expression read) {
    return read instanceof Tuple || read instanceof ListDisplay;
  }

  private static List<Expression> elements(Expression read) {
    if (read instanceof Tuple tuple) {
      return tuple.elements();
    }
    return read instanceof ListDisplay list ? list.elements() : List.of();
  }
}
