/** Tries an addition on a copy of the repository, in an environment of its own. */
@NullMarked
package dev.loopscope.scaffold.cli.verify;

import org.jspecify.annotations.NullMarked;
