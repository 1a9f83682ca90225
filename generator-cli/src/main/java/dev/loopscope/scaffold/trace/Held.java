package dev.loopscope.scaffold.trace;

/**
 * An object that lives on a loop, in what a fixture gives.
 *
 * @param loop which one
 * @param type the class of the object
 * @param reached how it is reached from the fixture: {@code session._connector}
 */
public record Held(Numbered loop, String type, String reached) {}
