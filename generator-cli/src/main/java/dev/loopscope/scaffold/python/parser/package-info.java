/**
 * From tokens to the syntax tree, by recursive descent: one class for each area of the grammar.
 * {@link Parser} is the way in. What the text of a literal stands for is the matter of {@code
 * python.literal}.
 *
 * <p>These classes know each other in a circle, through {@link Grammar}, because the rules of the
 * grammar do: an expression holds a lambda, a lambda has defaults, a default is an expression.
 *
 * <p>A rule that cannot be met throws {@link SyntaxFailure}, which never leaves the package: the
 * nearest statement catches it and is kept as an opaque node.
 */
@NullMarked
package dev.loopscope.scaffold.python.parser;

import org.jspecify.annotations.NullMarked;
