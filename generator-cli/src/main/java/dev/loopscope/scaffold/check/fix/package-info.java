/** Which fixes can be applied together, and what a text is after them. */
@NullMarked
package dev.loopscope.scaffold.check.fix;

import org.jspecify.annotations.NullMarked;
