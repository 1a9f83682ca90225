/** Inside the other. */
@NullMarked
package dev.loopscope.scaffold.sample.inner;

import org.jspecify.annotations.NullMarked;
