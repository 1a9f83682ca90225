/** {@code scaffold map}, and the files that maps are written to. */
@NullMarked
package dev.loopscope.scaffold.cli.map;

import org.jspecify.annotations.NullMarked;
