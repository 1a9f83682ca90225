@NullMarked
package dev.loopscope.scaffold.check.page;

import org.jspecify.annotations.NullMarked;
