/** Tests of what a check prints. */
@NullMarked
package dev.loopscope.scaffold.check.report;

import org.jspecify.annotations.NullMarked;
