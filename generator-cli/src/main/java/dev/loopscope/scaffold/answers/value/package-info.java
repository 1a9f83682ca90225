/**
 * What answers are: words that are chosen, names and versions that are validated, and the names
 * that mean something already. Depends on {@code refusal}.
 */
@NullMarked
package dev.loopscope.scaffold.answers.value;

import org.jspecify.annotations.NullMarked;
