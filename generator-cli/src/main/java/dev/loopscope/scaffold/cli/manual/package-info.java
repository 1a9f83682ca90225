/** Pages of the manual, made from what the commands take. Knows no command. */
@NullMarked
package dev.loopscope.scaffold.cli.manual;

import org.jspecify.annotations.NullMarked;
