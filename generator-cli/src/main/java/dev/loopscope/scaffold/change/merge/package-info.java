/**
 * Merges what somebody made of a suite with what another version, or other answers, make of it.
 * Knows no disk: what comes of it is a plan. The one user of JGit, which nothing else loads.
 */
@NullMarked
package dev.loopscope.scaffold.change.merge;

import org.jspecify.annotations.NullMarked;
