package dev.loopscope.scaffold.change.merge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.RawText;

/**
 * A text as lines, each with its line end. A carriage return is part of its line, as it is for git.
 *
 * @param lines unmodifiable; only the last may have no line end
 */
record Lines(List<String> lines) {
  Lines {
    lines = List.copyOf(lines);
  }

  static Lines of(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return new Lines(lines);
  }

  /** The same for JGit. */
  RawText raw() {
    return new RawText(String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The lines from {@code begin} to before {@code end}. */
  String text(int begin, int end) {
    return String.join("", lines.subList(begin, end));
  }
}
