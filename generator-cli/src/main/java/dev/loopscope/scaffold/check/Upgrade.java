package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.suite.config.version.Assumption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What newer releases than those that a project is judged with would bring.
 *
 * @param findings how many findings there would be that are not there now, or are warnings now
 * @param versions the releases that would be new
 * @param command what shows the findings
 */
public record Upgrade(int findings, List<Assumption> versions, String command) {
  /** Keeps an unmodifiable copy. */
  public Upgrade {
    versions = List.copyOf(versions);
  }

  /** The difference between what is found now and what is found with the newest; absent if none. */
  public static Optional<Upgrade> between(Outcome now, Outcome newest, String command) {
    Map<FindingKey, Severity> known = new HashMap<>();
    for (int at = 0; at < now.keys().size(); at++) {
      known.put(now.keys().get(at), now.findings().get(at).severity());
    }
    int more = 0;
    for (int at = 0; at < newest.keys().size(); at++) {
      Severity severity = newest.findings().get(at).severity();
      Severity before = known.get(newest.keys().get(at));
      if (before == null || (before == Severity.WARNING && severity == Severity.ERROR)) {
        more++;
      }
    }
    return more == 0
        ? Optional.empty()
        : Optional.of(new Upgrade(more, raised(now, newest), command));
  }

  /**
   * One sentence without its full stop: with which releases, how many findings, what shows them.
   */
  public String words() {
    boolean one = findings == 1;
    return versions.stream()
            .map(it -> it.distribution() + " " + it.version())
            .collect(Collectors.joining(" and ", "With ", ""))
        + (one ? " there is 1 more finding" : " there are " + findings + " more findings")
        + ": `"
        + command
        + "` shows "
        + (one ? "it" : "them");
  }

  private static List<Assumption> raised(Outcome now, Outcome newest) {
    List<Assumption> raised = new ArrayList<>();
    for (SuiteVersions those : newest.assumed()) {
      for (Assumption it : those.versions()) {
        boolean other = now.assumed().stream().anyMatch(one -> differs(one, it));
        if (other && raised.stream().noneMatch(one -> isSame(one, it))) {
          raised.add(it);
        }
      }
    }
    return raised;
  }

  private static boolean differs(SuiteVersions one, Assumption version) {
    return one.versions().stream()
        .anyMatch(
            it ->
                it.distribution().equals(version.distribution())
                    && !it.version().equals(version.version()));
  }

  private static boolean isSame(Assumption one, Assumption other) {
    return one.distribution().equals(other.distribution()) && one.version().equals(other.version());
  }
}
