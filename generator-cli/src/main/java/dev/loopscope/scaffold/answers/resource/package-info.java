/**
 * The resources that a suite's tests share: what they are called, and what kind each is of. Depends
 * on {@code answers.value} and {@code refusal}.
 */
@NullMarked
package dev.loopscope.scaffold.answers.resource;

import org.jspecify.annotations.NullMarked;
