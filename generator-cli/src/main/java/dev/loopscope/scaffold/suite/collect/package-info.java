/**
 * What pytest collects: test modules, classes, tests, and what hooks do to them. May depend on
 * {@code suite.mark}, {@code suite.code}, {@code suite.config} and {@code suite.module}.
 */
@NullMarked
package dev.loopscope.scaffold.suite.collect;

import org.jspecify.annotations.NullMarked;
