/** Suites on the disk that say what they were made from, for the commands that need to know. */
@NullMarked
package dev.loopscope.scaffold.cli.recorded;

import org.jspecify.annotations.NullMarked;
