/** From the text of a file to its tokens, kept such that they join to the text again. */
@NullMarked
package dev.loopscope.scaffold.python.token;

import org.jspecify.annotations.NullMarked;
