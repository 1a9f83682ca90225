package dev.loopscope.scaffold.suite.resource.flow;

/**
 * Something that is made when it is first asked for, and kept.
 *
 * @param place where it is kept
 * @param thing what is made
 */
public record KeptOnce(Part.Shared place, Thing thing) {}
