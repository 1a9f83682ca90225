/**
 * Versions, ranges of them, and what is known about releases. May depend on {@code
 * suite.config.document}.
 */
@NullMarked
package dev.loopscope.scaffold.suite.config.version;

import org.jspecify.annotations.NullMarked;
