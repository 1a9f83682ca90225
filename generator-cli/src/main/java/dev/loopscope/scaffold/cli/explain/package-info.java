/** {@code scaffold explain}. It shows the options of {@code scaffold new}, and so knows that. */
@NullMarked
package dev.loopscope.scaffold.cli.explain;

import org.jspecify.annotations.NullMarked;
