/** Tests of the picture of a suite's loops. */
@NullMarked
package dev.loopscope.scaffold.map;

import org.jspecify.annotations.NullMarked;
