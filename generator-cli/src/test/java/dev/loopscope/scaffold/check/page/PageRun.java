package dev.loopscope.scaffold.check.page;

import java.util.List;

/**
 * What pytest prints about a case, in the words of a {@code console} block.
 *
 * @param environments the names of the environments it holds in
 * @param options of the {@code $ pytest} line
 * @param expected the lines below it
 * @param line where the block starts in the page
 */
public record PageRun(
    List<String> environments, List<String> options, List<String> expected, int line) {
  /** Copies that nobody changes. */
  public PageRun {
    environments = List.copyOf(environments);
    options = List.copyOf(options);
    expected = List.copyOf(expected);
  }
}
