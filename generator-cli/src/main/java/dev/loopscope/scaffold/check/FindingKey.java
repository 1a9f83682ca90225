package dev.loopscope.scaffold.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What tells a finding from others for as long as its line stays what it is, wherever the line
 * moves to in its file.
 *
 * @param source the finding's first line, its runs of blanks made one blank, none at its ends
 * @param occurrence from 1; counts the findings that are the same in all else, in their order
 */
public record FindingKey(String rule, String path, String source, int occurrence)
    implements Comparable<FindingKey> {
  /** As much of a line tells it from others; one may be long, and have a finding at every word. */
  private static final int LONGEST = 2_000;

  /** Cuts a line that is long. */
  public FindingKey {
    source = source.length() > LONGEST ? source.substring(0, LONGEST) : source;
  }

  private static final Comparator<FindingKey> IN_ORDER =
      Comparator.comparing(FindingKey::path)
          .thenComparing(FindingKey::rule)
          .thenComparing(FindingKey::source, FindingKey::compareSources)
          .thenComparingInt(FindingKey::occurrence);

  private static final Pattern BLANKS = Pattern.compile("[ \t\f]+");

  /** The keys of all findings of a check, in the order of the findings. */
  public static List<FindingKey> of(List<Finding> inOrder) {
    Map<FindingKey, Integer> seen = new HashMap<>();
    Map<SourceLine.Place, String> sources = new HashMap<>();
    List<FindingKey> keys = new ArrayList<>(inOrder.size());
    for (Finding finding : inOrder) {
      SourceLine line = SourceLine.of(finding.location());
      String source =
          sources.computeIfAbsent(
              line.place(), place -> BLANKS.matcher(line.text().strip()).replaceAll(" "));
      FindingKey first = new FindingKey(finding.rule().id(), finding.location().path(), source, 1);
      int occurrence = seen.merge(first, 1, Integer::sum);
      keys.add(new FindingKey(first.rule, first.path, first.source, occurrence));
    }
    return List.copyOf(keys);
  }

  /** The findings of one line have the same text, which may be long. */
  private static int compareSources(String one, String other) {
    return one.equals(other) ? 0 : one.compareTo(other);
  }

  @Override
  public int compareTo(FindingKey other) {
    return IN_ORDER.compare(this, other);
  }
}
