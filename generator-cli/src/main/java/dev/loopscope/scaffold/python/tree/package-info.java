/**
 * The syntax tree: immutable nodes that know where they start and end, named and shaped as in
 * CPython's {@code ast} unless their own documentation says otherwise.
 */
@NullMarked
package dev.loopscope.scaffold.python.tree;

import org.jspecify.annotations.NullMarked;
