/** Tests of what is said of a run. */
@NullMarked
package dev.loopscope.scaffold.trace.words;

import org.jspecify.annotations.NullMarked;
