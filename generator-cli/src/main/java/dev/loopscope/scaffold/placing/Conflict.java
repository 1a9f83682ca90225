package dev.loopscope.scaffold.placing;

/**
 * A place where a file of the suite is to be written and something else is.
 *
 * @param path relative to the project
 * @param what is there, as what follows the path
 */
public record Conflict(String path, String what) {}
