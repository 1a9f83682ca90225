package dev.loopscope.scaffold.change.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How modules are called that somebody gave another place, where the templates name them.
 *
 * @param before in what they made when the suite was written
 * @param today in what they make now
 */
record GivenNames(MovedModules before, MovedModules today) {
  /**
   * Those of files that were found elsewhere.
   *
   * @param before where each is, by where the templates put it then
   * @param today likewise, by where they put it today
   */
  static GivenNames of(Map<String, String> before, Map<String, String> today) {
    return new GivenNames(MovedModules.of(before), MovedModules.of(today));
  }

  /** Whether a file goes by them, or names none of those modules: its texts are to do so too. */
  boolean areUsed(String path, String base, String own) {
    String renamed = before.renamed(path, base);
    return renamed.equals(base) || shared(renamed, own) > shared(base, own);
  }

  private static int shared(String one, String other) {
    List<String> lines = new ArrayList<>(Lines.of(one).lines());
    lines.retainAll(new HashSet<>(Lines.of(other).lines()));
    return lines.size();
  }
}
