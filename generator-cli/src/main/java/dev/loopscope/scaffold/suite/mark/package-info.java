/**
 * Marks and parametrizations, and the scopes that they name. May depend on {@code suite.code} and
 * {@code suite.module}.
 */
@NullMarked
package dev.loopscope.scaffold.suite.mark;

import org.jspecify.annotations.NullMarked;
