/** {@code scaffold explain}. It is told what there is to explain, and knows no other command. */
@NullMarked
package dev.loopscope.scaffold.cli.explain;

import org.jspecify.annotations.NullMarked;
