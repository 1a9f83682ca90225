/**
 * {@code scaffold new}. The package is called by what the command does, because {@code new} is a
 * word of Java that no package can have.
 */
@NullMarked
package dev.loopscope.scaffold.cli.create;

import org.jspecify.annotations.NullMarked;
