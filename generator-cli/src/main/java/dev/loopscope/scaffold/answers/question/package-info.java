/**
 * What a question is: its key and option, how its answer is read, recorded and shown, and what
 * archetypes and templates see of it; and the kinds of questions. Knows no single question.
 */
@NullMarked
package dev.loopscope.scaffold.answers.question;

import org.jspecify.annotations.NullMarked;
