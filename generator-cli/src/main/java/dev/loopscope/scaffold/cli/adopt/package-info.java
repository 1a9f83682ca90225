/** {@code scaffold adopt}. */
@NullMarked
package dev.loopscope.scaffold.cli.adopt;

import org.jspecify.annotations.NullMarked;
