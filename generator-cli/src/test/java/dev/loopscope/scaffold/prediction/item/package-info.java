/** Tests of {@code prediction.item}. */
@NullMarked
package dev.loopscope.scaffold.prediction.item;

import org.jspecify.annotations.NullMarked;
