/** Tests of what is made of a run that was recorded. */
@NullMarked
package dev.loopscope.scaffold.cli.trace;

import org.jspecify.annotations.NullMarked;
