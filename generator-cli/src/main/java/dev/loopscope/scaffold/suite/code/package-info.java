/**
 * Readers of functions: walkers over the syntax tree, what decorators make of a function, which
 * parameters it takes, what it gives. May depend on {@code suite.module}.
 */
@NullMarked
package dev.loopscope.scaffold.suite.code;

import org.jspecify.annotations.NullMarked;
