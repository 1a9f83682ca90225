/**
 * From answers to files, as a pure function: which template makes which file, the variables that
 * templates see, and the engine that renders them. Depends on {@code answers}.
 */
@NullMarked
package dev.loopscope.scaffold.template;

import org.jspecify.annotations.NullMarked;
