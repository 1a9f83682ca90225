/** Tests of the compiler, against the engine that Maven's archetype plugin uses. */
@NullMarked
package dev.loopscope.scaffold.archetype;

import org.jspecify.annotations.NullMarked;
