/**
 * What was asked for, validated: the words, names and versions a suite is made from, and the matrix
 * that decides which archetype serves them.
 */
@NullMarked
package dev.loopscope.scaffold.answers;

import org.jspecify.annotations.NullMarked;
