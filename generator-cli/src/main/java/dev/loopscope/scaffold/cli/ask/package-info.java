/** Asks a person at a terminal, who may answer by a number or a word. Knows no command. */
@NullMarked
package dev.loopscope.scaffold.cli.ask;

import org.jspecify.annotations.NullMarked;
