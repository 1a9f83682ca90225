/**
 * The picture of a suite's loops, whoever knows of them: panels, lanes, fixtures, tests, crossings
 * and lies. A run fills it, or the model without a run. Knows neither; may depend on {@code text}.
 */
@NullMarked
package dev.loopscope.scaffold.map;

import org.jspecify.annotations.NullMarked;
