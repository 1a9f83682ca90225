/** Tests of {@code prediction}. */
@NullMarked
package dev.loopscope.scaffold.prediction;

import org.jspecify.annotations.NullMarked;
