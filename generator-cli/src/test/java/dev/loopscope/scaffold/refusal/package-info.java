@NullMarked
package dev.loopscope.scaffold.refusal;

import org.jspecify.annotations.NullMarked;
