package dev.loopscope.scaffold.trace;

/**
 * A loop that was still running in the main thread when a test was over.
 *
 * @param loop which one
 * @param test pytest's name of the test
 */
public record LeftRunning(Numbered loop, String test) {}
