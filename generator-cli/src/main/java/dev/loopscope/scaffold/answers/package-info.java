/**
 * What is asked before a suite is written, and the answers: the words, names and versions it is
 * made from, validated; the file that records them; and the matrix that decides which archetype
 * serves them. Everything that speaks of an answer asks its question.
 */
@NullMarked
package dev.loopscope.scaffold.answers;

import org.jspecify.annotations.NullMarked;
