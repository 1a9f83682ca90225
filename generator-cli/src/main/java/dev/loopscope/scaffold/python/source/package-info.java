/** Python source: which characters a file holds, and where in it they stand. */
@NullMarked
package dev.loopscope.scaffold.python.source;

import org.jspecify.annotations.NullMarked;
