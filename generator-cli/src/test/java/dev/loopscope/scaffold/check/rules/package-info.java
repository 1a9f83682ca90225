/** What rules do not say, beside what their pages show. */
@NullMarked
package dev.loopscope.scaffold.check.rules;

import org.jspecify.annotations.NullMarked;
