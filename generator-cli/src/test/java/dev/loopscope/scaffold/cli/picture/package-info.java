/** Tests of where maps are written. */
@NullMarked
package dev.loopscope.scaffold.cli.picture;

import org.jspecify.annotations.NullMarked;
