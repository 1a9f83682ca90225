/** Tests of both archetypes through real Maven processes, and of the suites they make. */
@NullMarked
package dev.loopscope.scaffold.archetype;

import org.jspecify.annotations.NullMarked;
