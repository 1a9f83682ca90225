/**
 * Rules about loop scopes that do not fit, and their values. One rule a file, named after the
 * hazard. May depend on {@code check}, {@code check.edit} with its rooms, {@code check.evidence}
 * and {@code check.wording}, and on no other family.
 */
@NullMarked
package dev.loopscope.scaffold.check.rules.loopscope;

import org.jspecify.annotations.NullMarked;
