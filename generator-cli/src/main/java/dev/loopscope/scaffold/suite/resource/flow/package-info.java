/**
 * What stays bound to a loop when a function is left: which things code makes, where it keeps them
 * and what it waits for, through calls, with one summary a function.
 */
@NullMarked
package dev.loopscope.scaffold.suite.resource.flow;

import org.jspecify.annotations.NullMarked;
