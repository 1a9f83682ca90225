/** {@code scaffold update}. */
@NullMarked
package dev.loopscope.scaffold.cli.update;

import org.jspecify.annotations.NullMarked;
