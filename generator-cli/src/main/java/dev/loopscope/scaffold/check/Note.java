package dev.loopscope.scaffold.check;

import java.util.Comparator;

/**
 * Something to know about a check that is no hazard of the suite.
 *
 * @param path the file it is about
 * @param line the line in it, from 1; 0 if it is about the whole file
 * @param text a sentence without its full stop
 */
public record Note(String path, int line, String text) {
  /** By place, then by text. */
  public static final Comparator<Note> IN_ORDER =
      Comparator.comparing(Note::path).thenComparingInt(Note::line).thenComparing(Note::text);

  /** {@code path:line}, or the path alone. */
  public String place() {
    return line == 0 ? path : path + ":" + line;
  }
}
