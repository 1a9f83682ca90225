/**
 * What a run of a suite would do with its loops, by the model: no code is run. Fills {@code map}
 * from {@code suite}, and from what rules of {@code check} report.
 */
@NullMarked
package dev.loopscope.scaffold.prediction;

import org.jspecify.annotations.NullMarked;
