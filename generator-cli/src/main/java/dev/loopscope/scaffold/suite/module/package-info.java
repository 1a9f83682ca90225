/**
 * The modules of a suite as Python would see them, read without running them: files, the names
 * bound in them, what these names stand for across imports, and the order of base classes. What
 * cannot be read is {@code Unknown} or {@code Unresolved} with a reason, never an exception.
 */
@NullMarked
package dev.loopscope.scaffold.suite.module;

import org.jspecify.annotations.NullMarked;
