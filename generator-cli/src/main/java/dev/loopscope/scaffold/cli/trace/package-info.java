/** {@code scaffold trace}: runs a suite and tells what lived on which loop. */
@NullMarked
package dev.loopscope.scaffold.cli.trace;

import org.jspecify.annotations.NullMarked;
