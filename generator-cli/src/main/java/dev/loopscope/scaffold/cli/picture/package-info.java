/** Maps of suites that nobody ran, and where a command writes maps: over nothing but such maps. */
@NullMarked
package dev.loopscope.scaffold.cli.picture;

import org.jspecify.annotations.NullMarked;
