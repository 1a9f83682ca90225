/**
 * Judging suites: rules look at a {@link dev.loopscope.scaffold.suite.SuiteModel} and report
 * findings; what a finding would change is an {@link dev.loopscope.scaffold.check.Edit}, and
 * nothing here writes.
 */
@NullMarked
package dev.loopscope.scaffold.check;

import org.jspecify.annotations.NullMarked;
