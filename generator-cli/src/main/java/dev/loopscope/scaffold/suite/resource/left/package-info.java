/**
 * What fixtures leave bound to loops, what tests wait for, and who answers the requests that they
 * send: what rules ask.
 */
@NullMarked
package dev.loopscope.scaffold.suite.resource.left;

import org.jspecify.annotations.NullMarked;
