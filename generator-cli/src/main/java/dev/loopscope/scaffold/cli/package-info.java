/** The command: what is typed, what is printed, and how it ends. Nothing depends on it. */
@NullMarked
package dev.loopscope.scaffold.cli;

import org.jspecify.annotations.NullMarked;
