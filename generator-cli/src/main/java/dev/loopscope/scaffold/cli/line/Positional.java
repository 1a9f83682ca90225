package dev.loopscope.scaffold.cli.line;

/**
 * The arguments of a command that are no options.
 *
 * @param label what one is called in help
 * @param required whether there has to be one
 * @param repeated whether there may be more than one
 * @param description what it is, in one line
 */
public record Positional(String label, boolean required, boolean repeated, String description) {}
