/** What fixes do to code that gets, makes or drives an event loop. */
@NullMarked
package dev.loopscope.scaffold.check.edit.loop;

import org.jspecify.annotations.NullMarked;
