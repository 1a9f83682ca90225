package dev.loopscope.scaffold.refusal;

/**
 * Why nothing was done, in three parts that every refusal has.
 *
 * @param what what is wrong, as a sentence without a final full stop
 * @param where the option, property, file or directory it is about
 * @param next what to do instead, in the imperative
 */
public record Refusal(String what, String where, String next) {}
