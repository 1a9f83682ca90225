/**
 * Draws maps: as a page that can be opened and folded, and as a picture that stands still. The same
 * map is the same bytes. May depend on {@code map} and {@code text}.
 */
@NullMarked
package dev.loopscope.scaffold.map.drawing;

import org.jspecify.annotations.NullMarked;
