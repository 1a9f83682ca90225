/** A cycle between packages, for the test that sees it. */
@NullMarked
package dev.loopscope.scaffold.sample;

import org.jspecify.annotations.NullMarked;
