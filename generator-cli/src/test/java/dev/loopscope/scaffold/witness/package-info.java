/** Tests of what a recorded run says of findings. */
@NullMarked
package dev.loopscope.scaffold.witness;

import org.jspecify.annotations.NullMarked;
