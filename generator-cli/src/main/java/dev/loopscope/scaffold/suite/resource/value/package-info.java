/** What values of a function hold, as far as loops go, and what calling a function comes to. */
@NullMarked
package dev.loopscope.scaffold.suite.resource.value;

import org.jspecify.annotations.NullMarked;
