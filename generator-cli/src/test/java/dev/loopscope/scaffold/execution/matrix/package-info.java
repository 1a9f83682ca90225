/**
 * The execution matrix: which suites are run, what comes of them, and the page that shows it. Knows
 * answers and numbers; what runs pytest stands outside.
 */
@NullMarked
package dev.loopscope.scaffold.execution.matrix;

import org.jspecify.annotations.NullMarked;
