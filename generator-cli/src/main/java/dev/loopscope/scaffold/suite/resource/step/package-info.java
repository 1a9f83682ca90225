/** What tests and fixtures do to shared primitives, step by step, with calls followed. */
@NullMarked
package dev.loopscope.scaffold.suite.resource.step;

import org.jspecify.annotations.NullMarked;
