package dev.loopscope.scaffold.change.merge;

/**
 * What the two sides of a merge are called where they stand beside each other in a file.
 *
 * @param ours what is in the suite
 * @param theirs what the templates make today
 */
public record Sides(String ours, String theirs) {}
