/**
 * Judging suites: rules look at a {@link dev.loopscope.scaffold.suite.SuiteModel} and report
 * findings, and the checker runs the rules it is given, without knowing one of them. Nothing here
 * writes. May depend on {@code check.edit}.
 */
@NullMarked
package dev.loopscope.scaffold.check;

import org.jspecify.annotations.NullMarked;
