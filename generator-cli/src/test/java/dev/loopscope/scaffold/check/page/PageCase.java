package dev.loopscope.scaffold.check.page;

import java.util.List;
import java.util.TreeSet;

/**
 * A suite that a page shows.
 *
 * @param title what the page calls it; empty if it shows one only
 * @param files its files
 * @param runs what the page says of running it
 */
public record PageCase(String title, List<PageFile> files, List<PageRun> runs) {
  /** Copies that nobody changes. */
  public PageCase {
    files = List.copyOf(files);
    runs = List.copyOf(runs);
  }

  /** Every environment that the page names for it, in the order of the names. */
  public List<String> environments() {
    TreeSet<String> names = new TreeSet<>();
    runs.forEach(run -> names.addAll(run.environments()));
    return List.copyOf(names);
  }

  /** What is to be reported about all of its files. */
  public List<ExpectedFinding> expected() {
    return files.stream().flatMap(file -> file.expected().stream()).toList();
  }
}
