/**
 * From a repository and the answers to a plan that adds a suite to it: what is proposed, where each
 * file goes, which lines are added to the repository's own files, and what stands in the way. A
 * pure function of a snapshot; nothing here writes. Depends on {@code project}, {@code answers},
 * {@code template} and {@code change}.
 */
@NullMarked
package dev.loopscope.scaffold.placing;

import org.jspecify.annotations.NullMarked;
