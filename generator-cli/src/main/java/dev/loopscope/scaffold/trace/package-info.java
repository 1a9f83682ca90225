/**
 * What a run of pytest was seen to do: loops, fixtures, tests, and what crossed from one to
 * another.
 */
@NullMarked
package dev.loopscope.scaffold.trace;

import org.jspecify.annotations.NullMarked;
