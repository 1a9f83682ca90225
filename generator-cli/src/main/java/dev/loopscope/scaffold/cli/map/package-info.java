/** {@code scaffold map}. */
@NullMarked
package dev.loopscope.scaffold.cli.map;

import org.jspecify.annotations.NullMarked;
