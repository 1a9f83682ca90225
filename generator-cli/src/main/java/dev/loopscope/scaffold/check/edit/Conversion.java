package dev.loopscope.scaffold.check.edit;

import java.util.List;

/** What becomes of code that is to do the same in another way. */
public sealed interface Conversion {
  /**
   * It can.
   *
   * @param edits none touches another one
   */
  record Made(List<Edit> edits) implements Conversion {
    /** Keeps an unmodifiable copy. */
    public Made {
      edits = List.copyOf(edits);
    }
  }

  /**
   * It cannot.
   *
   * @param why as a clause that goes on from the name of the code
   */
  record Refused(String why) implements Conversion {}
}
