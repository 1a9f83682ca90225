/**
 * The items that pytest would make of a suite's tests, in the order in which it would run them. May
 * depend on {@code suite} and what it reads.
 */
@NullMarked
package dev.loopscope.scaffold.prediction.item;

import org.jspecify.annotations.NullMarked;
