/**
 * What is going to happen to files, whole before anything is written: as a plan, and as a diff. The
 * package {@code disk} below carries it out.
 */
@NullMarked
package dev.loopscope.scaffold.change;

import org.jspecify.annotations.NullMarked;
