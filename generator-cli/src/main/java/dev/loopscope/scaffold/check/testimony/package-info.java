/** What a recorded run says of findings. Says nothing of how that is found out. */
@NullMarked
package dev.loopscope.scaffold.check.testimony;

import org.jspecify.annotations.NullMarked;
