/**
 * From a plan to the disk, all of it or none: {@link dev.loopscope.scaffold.change.disk.PlanWriter}
 * is the only class that writes to what a user has, through a {@link
 * dev.loopscope.scaffold.change.disk.Disk}, and keeps a journal while it does.
 */
@NullMarked
package dev.loopscope.scaffold.change.disk;

import org.jspecify.annotations.NullMarked;
