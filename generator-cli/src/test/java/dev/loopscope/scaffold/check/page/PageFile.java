package dev.loopscope.scaffold.check.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a case. Comments at the ends of its lines say what {@code scaffold check} reports
 * there: {@code # error: LS002} or {@code # warning: LS002, LS004}. They are no part of the file:
 * an ini file has no comments at the ends of lines.
 *
 * @param path relative to the suite's root
 * @param text as pytest and {@code check} see it
 * @param expected what is to be reported
 */
public record PageFile(String path, String text, List<ExpectedFinding> expected) {
  private static final Pattern NOTE =
      Pattern.compile(" *# *(error|warning): *(LS\\d{3}(?: *, *LS\\d{3})*) *$");

  /** A copy that nobody changes. */
  public PageFile {
    expected = List.copyOf(expected);
  }

  public static PageFile of(String path, String noted) {
    StringBuilder text = new StringBuilder();
    List<ExpectedFinding> expected = new ArrayList<>();
    int number = 0;
    for (String line : noted.lines().toList()) {
      number++;
      String rest = line;
      for (Matcher note = NOTE.matcher(rest); note.find(); note = NOTE.matcher(rest)) {
        for (String rule : note.group(2).split(" *, *", -1)) {
          expected.add(new ExpectedFinding(path, number, note.group(1), rule));
        }
        rest = rest.substring(0, note.start());
      }
      text.append(rest).append('\n');
    }
    return new PageFile(path, text.toString(), expected);
  }
}
