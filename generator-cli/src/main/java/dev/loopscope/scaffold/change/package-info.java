/**
 * From files to a plan, and from a plan to the disk: the plan is whole before anything is written,
 * and {@link PlanWriter} is the only class that writes.
 */
@NullMarked
package dev.loopscope.scaffold.change;

import org.jspecify.annotations.NullMarked;
