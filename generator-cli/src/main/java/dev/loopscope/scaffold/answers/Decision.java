package dev.loopscope.scaffold.answers;

/**
 * Which archetype serves the answers, and why.
 *
 * @param archetype the archetype
 * @param reason reads on from {@code because}, without a final full stop
 */
public record Decision(Archetype archetype, String reason) {}
