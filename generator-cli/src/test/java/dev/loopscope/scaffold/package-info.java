/** Tests that look at the product as a whole. */
@NullMarked
package dev.loopscope.scaffold;

import org.jspecify.annotations.NullMarked;
