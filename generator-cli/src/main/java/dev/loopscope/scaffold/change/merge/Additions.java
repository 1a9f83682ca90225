package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.change.merge.MergedText.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What both sides put into one place, and what stands there without contradicting the other: whole
 * functions and classes of a module with different names, such as a fixture at the end of a
 * conftest, and lines of a list in which the order says nothing.
 */
final class Additions {
  private static final Pattern DEFINITION =
      Pattern.compile("(?m)^(?:async[ \\t]+)?(?:def|class)[ \\t]+(\\w+)");
  private static final Pattern BEGINS_ONE =
      Pattern.compile("(?s)\\s*(?:@|def |async def |class ).*");
  private static final Pattern STATEMENT = Pattern.compile("(?s)\\s*(?:[A-Za-z_@#\"'].*)?");
  private static final Pattern OUTSIDE = Pattern.compile("(?m)^[^\\s@].*$");

  private Additions() {}

  /** The text, in which such places are in conflict no more: ours stands before theirs. */
  static MergedText together(String path, MergedText text) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < text.parts().size(); i++) {
      Part part = text.parts().get(i);
      if (part instanceof Part.Opposed opposed && opposed.inserted()) {
        String before = i == 0 ? "" : agreed(text.parts().get(i - 1));
        String after = i + 1 == text.parts().size() ? "" : agreed(text.parts().get(i + 1));
        if (path.endsWith(".gitignore")) {
          parts.add(new Part.Agreed(ended(opposed.ours()) + opposed.theirs()));
          continue;
        }
        if (path.endsWith(".py") && areDefinitions(before, opposed, after)) {
          String ours = ended(opposed.ours()).stripTrailing() + "\n";
          parts.add(new Part.Agreed(ours + "\n\n" + opposed.theirs().stripLeading()));
          continue;
        }
      }
      parts.add(part);
    }
    return new MergedText(parts);
  }

  private static String agreed(Part part) {
    return part instanceof Part.Agreed agreed ? agreed.lines() : "?";
  }

  /**
   * Whether both sides are whole definitions. What the two have in common at their beginning or end
   * belongs to neither of them here, so what stands around them must not be a part of one.
   */
  private static boolean areDefinitions(String before, Part.Opposed both, String after) {
    String above = before.stripTrailing();
    String last = above.substring(above.lastIndexOf('\n') + 1);
    return !last.startsWith("@")
        && !last.endsWith("\\")
        && STATEMENT.matcher(firstLine(after)).matches()
        && isOfDefinitions(both.ours())
        && isOfDefinitions(both.theirs())
        && namesOf(both.ours()).stream().noneMatch(namesOf(both.theirs())::contains);
  }

  private static String firstLine(String text) {
    String from = text.replaceFirst("\\A\\s*\\n", "");
    int end = from.indexOf('\n');
    String line = end < 0 ? from : from.substring(0, end);
    // A line that is indented goes on with what stands before it.
    return line.startsWith(" ") || line.startsWith("\t") ? ")" : line;
  }

  /** All that is not indented begins a definition, decorates one, or closes its parameters. */
  private static boolean isOfDefinitions(String text) {
    if (!BEGINS_ONE.matcher(text).matches() || text.contains("\r")) {
      return false;
    }
    Matcher outside = OUTSIDE.matcher(text);
    while (outside.find()) {
      String line = outside.group();
      if (!line.startsWith("def ")
          && !line.startsWith("async def ")
          && !line.startsWith("class ")
          && !line.startsWith(")")
          && !line.startsWith("#")) {
        return false;
      }
    }
    String end = text.stripTrailing();
    String last = end.substring(end.lastIndexOf('\n') + 1);
    return last.startsWith(" ") || last.startsWith("\t");
  }

  private static Set<String> namesOf(String text) {
    Set<String> names = new HashSet<>();
    Matcher definition = DEFINITION.matcher(text);
    while (definition.find()) {
      names.add(definition.group(1));
    }
    return names;
  }

  private static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }
}
