/**
 * The command: what is typed, what is printed, and how it ends. Each command has a package, and
 * this one finds the command that is meant. Nothing depends on it.
 */
@NullMarked
package dev.loopscope.scaffold.cli;

import org.jspecify.annotations.NullMarked;
