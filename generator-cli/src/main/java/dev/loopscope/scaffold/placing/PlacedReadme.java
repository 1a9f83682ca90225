package dev.loopscope.scaffold.placing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The README of a suite that lives in another project: without what is said of a project of its
 * own, and with paths from the suite's directory.
 */
final class PlacedReadme {
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)`.*");

  private PlacedReadme() {}

  /**
   * The text.
   *
   * @param readme of a project of its own
   * @param run the command that runs the suite
   */
  static String of(String readme, String run) {
    List<String> lines = new ArrayList<>();
    boolean running = false;
    boolean listing = false;
    for (String line : readme.split("\n", -1)) {
      if (line.startsWith("## ")) {
        running = line.equals("## Run it");
        listing = line.equals("## What each file is");
        if (running) {
          lines.addAll(List.of(line, "", "```sh", run, "```", ""));
        }
      }
      if (!running && (!listing || isOfTheSuite(line))) {
        lines.add(line.replace("`tests/", "`"));
      }
    }
    return String.join("\n", indented(lines));
  }

  /** Plugins of the repository's that run what is fenced as Python would run examples as tests. */
  private static List<String> indented(List<String> lines) {
    List<String> shown = new ArrayList<>();
    boolean example = false;
    for (String line : lines) {
      if (example && line.equals("```")) {
        example = false;
      } else if (line.equals("```python")) {
        example = true;
      } else {
        shown.add(example && !line.isEmpty() ? "    " + line : line);
      }
    }
    return shown;
  }

  /** Rows of the table of files name what the project of its own has as well. */
  private static boolean isOfTheSuite(String line) {
    Matcher row = ROW.matcher(line);
    return !row.matches()
        || row.group(1).startsWith("tests/")
        || row.group(1).startsWith(".scaffold/");
  }
}
