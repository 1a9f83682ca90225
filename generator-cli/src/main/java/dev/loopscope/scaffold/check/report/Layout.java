package dev.loopscope.scaffold.check.report;

/**
 * How a text for people is laid out.
 *
 * @param colours whether the terminal shows them
 * @param width how many columns a line of words may take
 * @param sourceWidth how many columns a line with source in it may take, which is cut and not
 *     wrapped
 */
public record Layout(boolean colours, int width, int sourceWidth) {}
