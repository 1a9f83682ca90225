/**
 * What rules read of a whole suite, beyond one function: the tests that count, who holds what, what
 * an import makes. May depend on {@code suite}, and knows neither findings nor edits.
 */
@NullMarked
package dev.loopscope.scaffold.check.evidence;

import org.jspecify.annotations.NullMarked;
