/** Text on its way out and in: JSON, characters that can be shown, and how wide they are. */
@NullMarked
package dev.loopscope.scaffold.text;

import org.jspecify.annotations.NullMarked;
