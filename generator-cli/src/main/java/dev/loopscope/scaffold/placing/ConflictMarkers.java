package dev.loopscope.scaffold.placing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;

/** Two texts as one: what they have in common once, and both where they differ. */
final class ConflictMarkers {
  private ConflictMarkers() {}

  /** The text, with the names of the sides behind the markers, as git writes them. */
  static String between(String ours, String theirs, String ourName, String theirName) {
    String lineEnd = ours.contains("\r\n") ? "\r\n" : "\n";
    List<String> left = ours.lines().toList();
    List<String> right = theirs.lines().toList();
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
      append(left.subList(at, delta.getSource().getPosition()), lineEnd, text);
      text.append("<<<<<<< ").append(ourName).append(lineEnd);
      append(delta.getSource().getLines(), lineEnd, text);
      text.append("=======").append(lineEnd);
      append(delta.getTarget().getLines(), lineEnd, text);
      text.append(">>>>>>> ").append(theirName).append(lineEnd);
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    append(left.subList(at, left.size()), lineEnd, text);
    return text.toString();
  }

  private static void append(List<String> lines, String lineEnd, StringBuilder text) {
    lines.forEach(line -> text.append(line).append(lineEnd));
  }
}
