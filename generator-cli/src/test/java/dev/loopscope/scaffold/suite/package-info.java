/** Reads small suites that are written to a temporary directory. */
@NullMarked
package dev.loopscope.scaffold.suite;

import org.jspecify.annotations.NullMarked;
