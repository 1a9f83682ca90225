/** What a repair makes of a suite. */
@NullMarked
package dev.loopscope.scaffold.check.repair;

import org.jspecify.annotations.NullMarked;
