/**
 * How findings are put: names, versions, consequences, and how bad they are for a project. May
 * depend on {@code check} and {@code check.evidence}.
 */
@NullMarked
package dev.loopscope.scaffold.check.wording;

import org.jspecify.annotations.NullMarked;
