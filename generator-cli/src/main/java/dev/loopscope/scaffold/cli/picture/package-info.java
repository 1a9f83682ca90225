/** Where a command writes maps: over nothing but maps that were written before. */
@NullMarked
package dev.loopscope.scaffold.cli.picture;

import org.jspecify.annotations.NullMarked;
