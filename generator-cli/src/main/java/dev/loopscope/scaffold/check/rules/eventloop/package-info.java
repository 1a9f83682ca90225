/**
 * Rules about event loops in the suite's own hands: overridden fixtures, loops run or got by hand,
 * objects made without one. One rule a file, named after the hazard. May depend on {@code check},
 * {@code check.edit} with its rooms, {@code check.evidence} and {@code check.wording}, and on no
 * other family.
 */
@NullMarked
package dev.loopscope.scaffold.check.rules.eventloop;

import org.jspecify.annotations.NullMarked;
