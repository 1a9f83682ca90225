/**
 * The list of all rules, and the rule about comments that ignore nothing. May depend on the
 * families below.
 */
@NullMarked
package dev.loopscope.scaffold.check.rules;

import org.jspecify.annotations.NullMarked;
