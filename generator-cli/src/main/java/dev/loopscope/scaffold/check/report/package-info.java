/** What a check found, for people and for machines: one format a file. */
@NullMarked
package dev.loopscope.scaffold.check.report;

import org.jspecify.annotations.NullMarked;
