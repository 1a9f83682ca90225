/** What fixes do to marks, and to the scopes that marks and fixtures state. */
@NullMarked
package dev.loopscope.scaffold.check.edit.mark;

import org.jspecify.annotations.NullMarked;
