/**
 * Repairs of whole suites: the loop scopes under which each test and its fixtures agree, written in
 * few edits, and judged before they are offered. May depend on {@code check}, {@code check.edit}
 * with its rooms, {@code check.evidence}, {@code check.fix} and {@code check.wording}.
 */
@NullMarked
package dev.loopscope.scaffold.check.repair;

import org.jspecify.annotations.NullMarked;
