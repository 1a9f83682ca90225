/**
 * What fixtures leave bound to an event loop, and the catalogue of what libraries bind. May depend
 * on every room but {@code suite.loop}.
 */
@NullMarked
package dev.loopscope.scaffold.suite.resource;

import org.jspecify.annotations.NullMarked;
