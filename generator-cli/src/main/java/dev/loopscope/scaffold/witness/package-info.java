/**
 * Holds a recorded run against the findings of a check: what it confirms and contradicts, what it
 * decides of what could not be resolved, and what it saw that no rule told of. Reads nothing from
 * the disk. May depend on {@code check}, {@code suite} and {@code trace}; nothing but the command
 * line depends on it.
 */
@NullMarked
package dev.loopscope.scaffold.witness;

import org.jspecify.annotations.NullMarked;
