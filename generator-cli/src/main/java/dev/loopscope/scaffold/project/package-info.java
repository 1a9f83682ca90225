/**
 * What a repository is, for whoever adds a suite to it: where its tests are, which configuration
 * pytest reads there, what its async code runs on, and what stands in a suite's way; each with the
 * lines that say so. May depend on {@code suite}, {@code files}, {@code python} and {@code text}.
 */
@NullMarked
package dev.loopscope.scaffold.project;

import org.jspecify.annotations.NullMarked;
