package dev.loopscope.scaffold.change.disk;

import dev.loopscope.scaffold.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the things that killed runs left.
 *
 * @param told a line for each that was settled
 * @param left those that could not be, with what to do about each: files there may be half changed
 */
public record Settlement(List<String> told, List<Refusal> left) {
  /** Keeps unmodifiable copies. */
  public Settlement {
    told = List.copyOf(told);
    left = List.copyOf(left);
  }

  /** Whether nothing was left. */
  public boolean isEmpty() {
    return told.isEmpty() && left.isEmpty();
  }

  /** A line for each: what was done, or why nothing was and what to do about it. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(told);
    for (Refusal refusal : left) {
      lines.add(refusal.where() + ": " + refusal.what() + "; " + refusal.next());
    }
    return lines;
  }
}
