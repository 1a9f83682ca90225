/** Tests of text on its way out and in. */
@NullMarked
package dev.loopscope.scaffold.text;

import org.jspecify.annotations.NullMarked;
