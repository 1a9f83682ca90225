package dev.loopscope.scaffold.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What tells a finding from others for as long as its line stays what it is, wherever the line
 * moves to in its file.
 *
 * @param source the finding's first line, its runs of blanks made one blank, none at its ends
 * @param occurrence from 1; counts the findings that are the same in all else, in their order
 */
public record FindingKey(String rule, String path, String source, int occurrence)
    implements Comparable<FindingKey> {
  private static final Comparator<FindingKey> IN_ORDER =
      Comparator.comparing(FindingKey::path)
          .thenComparing(FindingKey::rule)
          .thenComparing(FindingKey::source)
          .thenComparingInt(FindingKey::occurrence);

  /** The keys of all findings of a check, in the order of the findings. */
  public static List<FindingKey> of(List<Finding> inOrder) {
    Map<FindingKey, Integer> seen = new HashMap<>();
    List<FindingKey> keys = new ArrayList<>(inOrder.size());
    for (Finding finding : inOrder) {
      String line = SourceLine.of(finding.location()).text();
      FindingKey first =
          new FindingKey(
              finding.rule().id(),
              finding.location().path(),
              line.strip().replaceAll("[ \t\f]+", " "),
              1);
      int occurrence = seen.merge(first, 1, Integer::sum);
      keys.add(new FindingKey(first.rule, first.path, first.source, occurrence));
    }
    return List.copyOf(keys);
  }

  /** The key as 32 hexadecimal digits. */
  public String fingerprint() {
    String all = String.join("\n", rule, path, source, Integer.toString(occurrence));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int compareTo(FindingKey other) {
    return IN_ORDER.compare(this, other);
  }
}
