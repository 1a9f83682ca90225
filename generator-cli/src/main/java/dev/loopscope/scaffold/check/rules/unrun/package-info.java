/**
 * Rules about tests that nobody runs, and about modes and marks that nobody reads. One rule a file,
 * named after the hazard. May depend on {@code check}, {@code check.edit} with its rooms, {@code
 * check.evidence} and {@code check.wording}, and on no other family.
 */
@NullMarked
package dev.loopscope.scaffold.check.rules.unrun;

import org.jspecify.annotations.NullMarked;
