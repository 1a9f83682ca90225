/** How every command is described to picocli and read by it. Knows no command. */
@NullMarked
package dev.loopscope.scaffold.cli.line;

import org.jspecify.annotations.NullMarked;
