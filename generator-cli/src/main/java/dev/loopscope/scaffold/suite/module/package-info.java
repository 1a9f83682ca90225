/**
 * The modules of a suite as Python would find them, read without running them: the files, and where
 * imports lead. The names that a file binds are the room {@code name}, what they stand for across
 * files the room {@code resolve}. What cannot be read is {@code Unknown} with a reason, never an
 * exception.
 */
@NullMarked
package dev.loopscope.scaffold.suite.module;

import org.jspecify.annotations.NullMarked;
