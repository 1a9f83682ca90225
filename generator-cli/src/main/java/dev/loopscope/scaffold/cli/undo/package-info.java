/** {@code scaffold undo}. */
@NullMarked
package dev.loopscope.scaffold.cli.undo;

import org.jspecify.annotations.NullMarked;
