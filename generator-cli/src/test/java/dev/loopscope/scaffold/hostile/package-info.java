/** Input that nobody means well by: trees, files, configurations and command lines. */
@NullMarked
package dev.loopscope.scaffold.hostile;

import org.jspecify.annotations.NullMarked;
