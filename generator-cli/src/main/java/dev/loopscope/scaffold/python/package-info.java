/**
 * Reading Python: {@code source} (bytes to text and positions), {@code token} (text to tokens),
 * {@code tree} (the syntax tree) and {@code parser} (tokens to the tree). CPython's {@code
 * tokenize} and {@code ast} are the reference for all of it.
 */
@NullMarked
package dev.loopscope.scaffold.python;

import org.jspecify.annotations.NullMarked;
