/** {@code scaffold check}. */
@NullMarked
package dev.loopscope.scaffold.cli.check;

import org.jspecify.annotations.NullMarked;
