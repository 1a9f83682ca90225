/** Tests of what is read of a run. */
@NullMarked
package dev.loopscope.scaffold.trace;

import org.jspecify.annotations.NullMarked;
