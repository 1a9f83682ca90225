package dev.loopscope.scaffold.check.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run of pytest printed, to be held against what a page says of it. */
public final class PytestOutput {
  private static final Pattern SUMMARY =
      Pattern.compile("(?m)^=+ (.*?) in [0-9.]+s(?: \\([0-9:]+\\))? =+$");
  private static final Pattern COUNTS =
      Pattern.compile("(?:\\d+ [a-z]+|no tests ran)(?:, \\d+ [a-z]+)*");
  private static final Pattern COUNT_OF_WARNINGS = Pattern.compile("(?:, |^)\\d+ warnings?$");

  private final String text;

  /** What both streams held. */
  public PytestOutput(String text) {
    this.text = text;
  }

  /**
   * The first thing that the page says and pytest did not print. Lines occur in the page's order,
   * each within a line of the output; {@code ...} stands for anything. Counts such as {@code 1
   * failed, 2 passed} at the end are all of pytest's own; warnings need not be counted.
   */
  public Optional<String> differenceFrom(List<String> expected) {
    int last = expected.size() - 1;
    String end = expected.get(last).strip();
    boolean counts = COUNTS.matcher(end).matches();
    Optional<String> missing = firstMissing(counts ? expected.subList(0, last) : expected);
    return missing.isPresent() || !counts ? missing : differenceOfCounts(end);
  }

  private Optional<String> firstMissing(List<String> expected) {
    List<String> lines = text.lines().toList();
    int at = 0;
    for (String line : expected) {
      Pattern pattern = pattern(line.strip());
      while (at < lines.size() && !pattern.matcher(lines.get(at)).find()) {
        at++;
      }
      if (at++ >= lines.size()) {
        return Optional.of("not printed, or not in this order: " + line);
      }
    }
    return Optional.empty();
  }

  private Optional<String> differenceOfCounts(String expected) {
    Matcher matcher = SUMMARY.matcher(text);
    String counts = "";
    while (matcher.find()) {
      counts = matcher.group(1);
    }
    String withoutWarnings = COUNT_OF_WARNINGS.matcher(counts).replaceFirst("");
    return expected.equals(counts) || expected.equals(withoutWarnings)
        ? Optional.empty()
        : Optional.of("pytest counted `" + counts + "`, the page says `" + expected + "`");
  }

  private static Pattern pattern(String line) {
    List<String> parts = new ArrayList<>();
    for (String part : line.split(Pattern.quote("..."), -1)) {
      parts.add(Pattern.quote(part));
    }
    return Pattern.compile(String.join(".*?", parts));
  }
}
