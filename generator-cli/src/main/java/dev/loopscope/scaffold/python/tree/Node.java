package dev.loopscope.scaffold.python.tree;

import java.util.function.Consumer;

/**
 * A part of a program. Its characters are those from {@link #start()} up to {@link #end()}, offsets
 * into the source text.
 */
public sealed interface Node permits Module, Statement, Expression, Pattern, Clause, TypeParameter {
  /** The offset of the first character. */
  int start();

  /** The offset behind the last character. */
  int end();

  /** Shows {@code visitor} each direct child, in the order of the fields. Most have none. */
  default void forEachChild(Consumer<? super Node> visitor) {}
}
