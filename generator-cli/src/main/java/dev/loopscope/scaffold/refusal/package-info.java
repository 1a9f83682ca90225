/**
 * Why something was not done, and what to do instead: the one shape of every "no", and how a word
 * that was mistyped is answered. Depends on the JDK alone.
 */
@NullMarked
package dev.loopscope.scaffold.refusal;

import org.jspecify.annotations.NullMarked;
