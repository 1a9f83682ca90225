package dev.loopscope.scaffold.change.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Relative imports of a module that stands in another directory than the one it was written for.
 *
 * @param from the directory that it was written for, as names
 * @param to the one that it stands in
 */
record RelativeImports(List<String> from, List<String> to) {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^([ \\t]*from[ \\t]+)(\\.+)([\\w.]*)(?=[ \\t]+import\\b)");

  RelativeImports {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** Of a module that was written for one path and stands at another. */
  static RelativeImports between(String from, String to) {
    return new RelativeImports(directory(from), directory(to));
  }

  private static List<String> directory(String path) {
    List<String> names = new ArrayList<>(List.of(path.split("/", -1)));
    names.remove(names.size() - 1);
    return names;
  }

  /** The text, whose imports name the same modules from where it stands. */
  String rewritten(String text) {
    return from.equals(to)
        ? text
        : IMPORT.matcher(text).replaceAll(it -> Matcher.quoteReplacement(named(it)));
  }

  private String named(MatchResult match) {
    int above = from.size() - match.group(2).length() + 1;
    if (above < 0) {
      return match.group();
    }
    List<String> target = new ArrayList<>(from.subList(0, above));
    if (!match.group(3).isEmpty()) {
      target.addAll(List.of(match.group(3).split("\\.", -1)));
    }
    int common = 0;
    while (common < Math.min(to.size(), target.size())
        && to.get(common).equals(target.get(common))) {
      common++;
    }
    String dots = common == 0 ? "" : ".".repeat(to.size() - common + 1);
    return match.group(1) + dots + String.join(".", target.subList(common, target.size()));
  }
}
