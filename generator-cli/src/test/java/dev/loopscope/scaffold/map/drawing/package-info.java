/** Tests of how maps are drawn. */
@NullMarked
package dev.loopscope.scaffold.map.drawing;

import org.jspecify.annotations.NullMarked;
