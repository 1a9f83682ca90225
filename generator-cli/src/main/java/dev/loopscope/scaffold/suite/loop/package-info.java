/**
 * Who runs tests and fixtures, on which event loop or backend, and what code does to loops: one
 * reading of each. May depend on every room but {@code suite.resource}.
 */
@NullMarked
package dev.loopscope.scaffold.suite.loop;

import org.jspecify.annotations.NullMarked;
