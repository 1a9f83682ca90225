package dev.loopscope.scaffold.trace;

/**
 * Something passes for what it is not.
 *
 * @param what the kind of lie: {@code backend}, {@code loop-type}, {@code never-awaited}, {@code
 *     unsupported}, {@code overruled-mark}, {@code ignored-override} or {@code shared-package-loop}
 * @param test pytest's name of the test; empty if it is a fixture's
 * @param fixture the name of the fixture or method; empty if it is a test's
 * @param says what the suite says
 * @param is what it was
 * @param at where it is written, if it is a fixture's
 */
public record Lie(
    String what, String test, String fixture, String says, String is, TracedPlace at) {}
