/**
 * Text on its way out and in: JSON, characters that can be shown and how wide they are, and the
 * names that mean something to Python or pytest already.
 */
@NullMarked
package dev.loopscope.scaffold.text;

import org.jspecify.annotations.NullMarked;
