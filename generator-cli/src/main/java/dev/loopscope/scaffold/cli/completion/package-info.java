/** {@code scaffold completion}: what completes command lines, made from what the commands take. */
@NullMarked
package dev.loopscope.scaffold.cli.completion;

import org.jspecify.annotations.NullMarked;
