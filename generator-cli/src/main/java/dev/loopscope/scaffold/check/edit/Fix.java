package dev.loopscope.scaffold.check.edit;

import java.util.List;

/**
 * What would take a finding away.
 *
 * @param title what it does, in the imperative, without a full stop
 * @param edits at least one; none overlaps another
 */
public record Fix(Safety safety, String title, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("a fix that edits nothing: " + title);
    }
  }
}
