/**
 * What the text of a string literal stands for: quotes, prefixes, escapes and doubled braces taken
 * away. Knows neither tokens nor the tree.
 */
@NullMarked
package dev.loopscope.scaffold.python.literal;

import org.jspecify.annotations.NullMarked;
