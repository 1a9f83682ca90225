package dev.loopscope.scaffold.suite.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Marks in the order in which they are put on, and why there may be others.
 *
 * @param unknown the reason; empty if these are all
 */
public record MarkList(List<Mark> marks, Optional<String> unknown) {
  /** No marks, and no doubt about it. */
  public static final MarkList NONE = new MarkList(List.of(), Optional.empty());

  public MarkList {
    marks = List.copyOf(marks);
  }

  static MarkList of(Mark mark) {
    return new MarkList(List.of(mark), Optional.empty());
  }

  /** Marks of which nothing is known. */
  public static MarkList unknown(String reason) {
    return new MarkList(List.of(), Optional.of(reason));
  }

  /** These marks, then the others. */
  public MarkList then(MarkList others) {
    return joined(List.of(this, others));
  }

  /** The marks of lists, one behind the other; the first reason for others counts. */
  public static MarkList joined(List<MarkList> lists) {
    List<Mark> all = new ArrayList<>();
    Optional<String> unknown = Optional.empty();
    for (MarkList list : lists) {
      all.addAll(list.marks);
      unknown = unknown.or(list::unknown);
    }
    return new MarkList(all, unknown);
  }
}
