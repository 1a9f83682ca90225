package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.change.FileText;

/**
 * The places where two sides contradict each other, as they stand in a file: between the marks of
 * git, so that editors and {@code git diff --check} know them.
 */
public final class Conflicts {
  private static final String OURS = "<<<<<<< ";
  private static final String BETWEEN = "=======";
  private static final String THEIRS = ">>>>>>> ";

  private Conflicts() {}

  /** Whether a text has a place that nobody has decided yet: marks around two sides of it. */
  public static boolean areLeftIn(String text) {
    boolean open = false;
    boolean between = false;
    for (String line : Lines.of(text).lines()) {
      if (line.startsWith(OURS)) {
        open = true;
        between = false;
      } else if (open && line.stripTrailing().equals(BETWEEN)) {
        between = true;
      } else if (between && line.startsWith(THEIRS)) {
        return true;
      }
    }
    return false;
  }

  /** The text with both sides of each such place, and marks around them that end as lines do. */
  public static String marked(MergedText text, Sides sides) {
    String lineEnd = text.ours().contains("\r\n") ? "\r\n" : "\n";
    StringBuilder marked = new StringBuilder();
    for (MergedText.Part part : text.parts()) {
      if (part instanceof MergedText.Part.Agreed agreed) {
        marked.append(agreed.lines());
      } else if (part instanceof MergedText.Part.Opposed opposed) {
        mark(marked, OURS + sides.ours(), lineEnd);
        marked.append(opposed.ours());
        mark(marked, BETWEEN, lineEnd);
        marked.append(opposed.theirs());
        mark(marked, THEIRS + sides.theirs(), lineEnd);
      }
    }
    return marked.toString();
  }

  /** A file with another text beside its own wherever they differ, in the file's line ends. */
  public static FileText marked(FileText ours, String theirs, Sides sides) {
    String own = ByteText.of(ours);
    String other = ByteText.withLineEndsOf(own, ByteText.of(theirs));
    return ByteText.file(marked(ThreeWay.opposed(own, other), sides), ours.byteOrderMark());
  }

  private static void mark(StringBuilder marked, String mark, String lineEnd) {
    if (!marked.isEmpty() && marked.charAt(marked.length() - 1) != '\n') {
      marked.append(lineEnd);
    }
    marked.append(mark).append(lineEnd);
  }
}
