package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What fixes come to, before anything is written.
 *
 * @param left what is found afterwards
 * @param fixed how many findings were fixed, over all rounds
 * @param before the files that change as they are on the disk, by path
 * @param after their new texts, by path
 * @param files those of the run, as they are then
 */
public record FixedSuites(
    Outcome left,
    int fixed,
    Map<String, SourceText> before,
    Map<String, SourceText> after,
    ConfigFiles files) {
  /** Keeps unmodifiable copies in the order of the paths. */
  public FixedSuites {
    before = Collections.unmodifiableMap(new TreeMap<>(before));
    after = Collections.unmodifiableMap(new TreeMap<>(after));
    if (!before.keySet().equals(after.keySet())) {
      throw new IllegalArgumentException("each changed file has both texts");
    }
  }
}
