package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.value.Archetype;

/**
 * Which archetype serves the answers, and why.
 *
 * @param archetype the archetype
 * @param reason reads on from {@code because}, without a final full stop
 */
public record Decision(Archetype archetype, String reason) {}
