package dev.loopscope.scaffold.cli.line;

/**
 * A line to start from, as help shows it.
 *
 * @param command as it is typed
 * @param does what comes of it, in a few words
 */
public record Example(String command, String does) {}
