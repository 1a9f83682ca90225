package dev.loopscope.scaffold.map;

import java.util.OptionalInt;

/**
 * What a test met on another loop.
 *
 * @param fixture the index of the fixture that it comes from; empty if it comes from none
 * @param lane the index of the lane that it lives on; empty if that is not known, or none
 */
public record CrossingEnd(OptionalInt fixture, OptionalInt lane) {}
