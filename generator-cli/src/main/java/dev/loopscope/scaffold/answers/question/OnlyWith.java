package dev.loopscope.scaffold.answers.question;

/**
 * What a question hangs on.
 *
 * @param flag the question that must be answered with yes, or this one is not asked
 * @param purpose what that yes brings and this answer is for, with its article
 */
public record OnlyWith(FlagQuestion flag, String purpose) {}
