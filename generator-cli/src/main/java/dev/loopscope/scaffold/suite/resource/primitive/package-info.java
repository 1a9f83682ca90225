/**
 * What becomes of asyncio's locks, queues and events while tests use them one after the other: when
 * a task really has to wait, and so binds one to its loop, or fails as it is bound to another.
 */
@NullMarked
package dev.loopscope.scaffold.suite.resource.primitive;

import org.jspecify.annotations.NullMarked;
