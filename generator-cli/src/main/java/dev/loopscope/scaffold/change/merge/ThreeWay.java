package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.change.merge.MergedText.Part;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;

/**
 * Merges two texts that were made from a third, line by line: what one side changed and the other
 * left comes from the one, and what both changed in the same way is taken once. Where they changed
 * the same lines, or lines side by side, in different ways, they contradict each other.
 *
 * <p>Texts have a character for each byte, so that any encoding passes unharmed.
 */
public final class ThreeWay {
  private ThreeWay() {}

  /** What {@code ours} and {@code theirs}, both made from {@code base}, come to. */
  public static MergedText merge(String base, String ours, String theirs) {
    // JGit takes an empty text for a file that was deleted.
    if (ours.equals(base) || ours.equals(theirs)) {
      return MergedText.of(theirs);
    }
    if (theirs.equals(base)) {
      return MergedText.of(ours);
    }
    List<Lines> texts = List.of(Lines.of(base), Lines.of(ours), Lines.of(theirs));
    MergeResult<RawText> result =
        new MergeAlgorithm()
            .merge(
                RawTextComparator.DEFAULT,
                texts.get(0).raw(),
                texts.get(1).raw(),
                texts.get(2).raw());
    List<Part> parts = new ArrayList<>();
    String opposed = "";
    boolean inserted = false;
    for (MergeChunk chunk : result) {
      Lines of = texts.get(chunk.getSequenceIndex());
      switch (chunk.getConflictState()) {
        case NO_CONFLICT -> parts.add(new Part.Agreed(of.text(chunk.getBegin(), chunk.getEnd())));
        case FIRST_CONFLICTING_RANGE -> opposed = of.text(chunk.getBegin(), chunk.getEnd());
        // JGit takes from it what begins both sides, whether the base has that or not.
        case BASE_CONFLICTING_RANGE -> inserted = chunk.getEnd() <= chunk.getBegin();
        case NEXT_CONFLICTING_RANGE ->
            parts.add(
                new Part.Opposed(opposed, of.text(chunk.getBegin(), chunk.getEnd()), inserted));
      }
    }
    return new MergedText(parts);
  }

  /**
   * Two texts of which neither is right as it is, such as one with what a merge made of it: they
   * contradict each other wherever they differ.
   */
  public static MergedText opposed(String ours, String theirs) {
    Lines first = Lines.of(ours);
    Lines second = Lines.of(theirs);
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (Edit edit :
        new HistogramDiff().diff(RawTextComparator.DEFAULT, first.raw(), second.raw())) {
      parts.add(new Part.Agreed(first.text(at, edit.getBeginA())));
      parts.add(
          new Part.Opposed(
              first.text(edit.getBeginA(), edit.getEndA()),
              second.text(edit.getBeginB(), edit.getEndB()),
              false));
      at = edit.getEndA();
    }
    parts.add(new Part.Agreed(first.text(at, first.lines().size())));
    return new MergedText(parts);
  }
}
