/** The two streams of a run, what they lead to, and the exit codes. Knows no command. */
@NullMarked
package dev.loopscope.scaffold.cli.console;

import org.jspecify.annotations.NullMarked;
