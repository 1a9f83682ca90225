/**
 * Goes through the code of functions, once each, and follows their calls: which things code makes,
 * where it keeps them and what it waits for.
 */
@NullMarked
package dev.loopscope.scaffold.suite.resource.flow;

import org.jspecify.annotations.NullMarked;
