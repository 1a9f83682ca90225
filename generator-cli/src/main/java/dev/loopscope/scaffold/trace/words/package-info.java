/** What is said of a run in words: of what crossed, and of what lies. Depends on {@code trace}. */
@NullMarked
package dev.loopscope.scaffold.trace.words;

import org.jspecify.annotations.NullMarked;
