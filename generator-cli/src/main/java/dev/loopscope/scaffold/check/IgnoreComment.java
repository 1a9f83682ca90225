package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;

/**
 * {@code # scaffold: ignore[LS012] reason} or {@code # scaffold: ignore-file[LS012] reason}.
 *
 * @param location of the comment, up to the end of its reason
 * @param wholeFile whether it is about the whole file
 * @param line the line whose findings it takes away, from 1
 * @param rules the ids between the brackets, as they are written; empty without brackets
 * @param reason what follows the brackets; may be empty
 */
record IgnoreComment(
    Location location, boolean wholeFile, int line, List<String> rules, String reason) {
  IgnoreComment {
    rules = List.copyOf(rules);
  }
}
