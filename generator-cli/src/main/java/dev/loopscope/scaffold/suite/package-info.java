/**
 * What pytest would see of a suite, read without running it: the model that brings the rooms below
 * together, and who reads a suite into it. What cannot be read is unknown, with the reason, and
 * never guessed. May depend on every room below; none of them depends on it.
 */
@NullMarked
package dev.loopscope.scaffold.suite;

import org.jspecify.annotations.NullMarked;
