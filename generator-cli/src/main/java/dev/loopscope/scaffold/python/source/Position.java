package dev.loopscope.scaffold.python.source;

/**
 * A place in a text, in each of the units that its readers count in.
 *
 * @param line from 1, as people, {@code tokenize} and {@code ast} count
 * @param column characters of Java (UTF-16 units) before it in its line
 * @param codePoints Unicode characters before it in its line: the column of {@code tokenize}
 * @param utf8Bytes bytes before it in its line as UTF-8: the {@code col_offset} of {@code ast}
 */
public record Position(int line, int column, int codePoints, int utf8Bytes) {}
