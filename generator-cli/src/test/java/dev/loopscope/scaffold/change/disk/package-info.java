/** Every operation of a write fails in turn, and dies in turn. */
@NullMarked
package dev.loopscope.scaffold.change.disk;

import org.jspecify.annotations.NullMarked;
