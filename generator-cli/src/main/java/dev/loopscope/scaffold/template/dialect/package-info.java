/**
 * The language that templates are written in: FreeMarker, cut down to what an archetype's Velocity
 * can say too. One parser reads it; it knows neither engine, nor which names there are.
 */
@NullMarked
package dev.loopscope.scaffold.template.dialect;

import org.jspecify.annotations.NullMarked;
