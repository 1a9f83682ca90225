/** {@code scaffold apply}. */
@NullMarked
package dev.loopscope.scaffold.cli.apply;

import org.jspecify.annotations.NullMarked;
