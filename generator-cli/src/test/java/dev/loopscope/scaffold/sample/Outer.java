package dev.loopscope.scaffold.sample;

import dev.loopscope.scaffold.sample.inner.Inner;

/** Half of a cycle between a package and one inside it. */
public record Outer(Inner inner) {}
