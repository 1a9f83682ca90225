/**
 * What pytest would see of a suite, read without running it: its fixtures, tests and marks, which
 * fixtures are set up for which test, and on which event loop each of them runs. What cannot be
 * read is unknown, with the reason, and never guessed.
 */
@NullMarked
package dev.loopscope.scaffold.suite;

import org.jspecify.annotations.NullMarked;
