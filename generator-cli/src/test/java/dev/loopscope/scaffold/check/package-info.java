/** Tests of judging suites. */
@NullMarked
package dev.loopscope.scaffold.check;

import org.jspecify.annotations.NullMarked;
