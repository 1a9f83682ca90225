/**
 * What names stand for, followed through files and their imports, and the order of base classes.
 * What cannot be told is {@code Unresolved} with a reason, never an exception.
 */
@NullMarked
package dev.loopscope.scaffold.suite.module.resolve;

import org.jspecify.annotations.NullMarked;
