/**
 * Builders of fixes: edits of text that are planned, and written elsewhere. May depend on {@code
 * check.evidence}.
 */
@NullMarked
package dev.loopscope.scaffold.check.edit;

import org.jspecify.annotations.NullMarked;
