package dev.loopscope.scaffold.answers.question;

/**
 * What a question is about, for the one who is asked.
 *
 * @param label what the option's value is called; empty if it takes none
 * @param summary what the answer does, in one line
 * @param detail the values it takes and the fact behind it
 */
public record Help(String label, String summary, String detail) {}
