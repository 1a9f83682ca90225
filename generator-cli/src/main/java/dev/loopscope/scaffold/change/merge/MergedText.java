package dev.loopscope.scaffold.change.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What two texts come to, with a character for each byte.
 *
 * @param parts in their order, unmodifiable
 */
public record MergedText(List<Part> parts) {
  /** A piece of it. */
  sealed interface Part {
    /**
     * Lines that nobody doubts.
     *
     * @param lines each with its end
     */
    record Agreed(String lines) implements Part {}

    /**
     * Lines of the two sides that contradict each other.
     *
     * @param ours each with its end
     * @param theirs each with its end
     * @param inserted whether both put them where nothing was
     */
    record Opposed(String ours, String theirs, boolean inserted) implements Part {}
  }

  /** Keeps an unmodifiable copy. */
  public MergedText {
    parts = List.copyOf(parts);
  }

  /** A text that nobody doubts. */
  static MergedText of(String text) {
    return new MergedText(List.of(new Part.Agreed(text)));
  }

  /** How many places there are where the two sides contradict each other. */
  public int conflicts() {
    return (int) parts.stream().filter(Part.Opposed.class::isInstance).count();
  }

  /** Whether the two go together. */
  public boolean isClean() {
    return conflicts() == 0;
  }

  /** The text, ours where the two contradict each other. */
  public String ours() {
    return text(true);
  }

  /** The text, theirs where the two contradict each other. */
  public String theirs() {
    return text(false);
  }

  /** The same, with each piece of it changed. */
  MergedText map(UnaryOperator<String> change) {
    List<Part> changed = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Agreed agreed) {
        changed.add(new Part.Agreed(change.apply(agreed.lines())));
      } else if (part instanceof Part.Opposed opposed) {
        changed.add(
            new Part.Opposed(
                change.apply(opposed.ours()), change.apply(opposed.theirs()), opposed.inserted()));
      }
    }
    return new MergedText(changed);
  }

  private String text(boolean ours) {
    List<String> lines = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Agreed agreed) {
        lines.add(agreed.lines());
      } else if (part instanceof Part.Opposed opposed) {
        lines.add(ours ? opposed.ours() : opposed.theirs());
      }
    }
    return String.join("", lines);
  }
}
