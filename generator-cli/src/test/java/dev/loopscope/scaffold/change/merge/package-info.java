@NullMarked
package dev.loopscope.scaffold.change.merge;

import org.jspecify.annotations.NullMarked;
