package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rules report to. Several threads may add at a time; the order they do it in is not seen. */
public final class Findings {
  private final List<Finding> added = new ArrayList<>();

  /** Reports a finding. */
  public synchronized void add(Finding finding) {
    added.add(finding);
  }

  /** Reports a finding without a fix, for all versions that the project allows. */
  public void add(Rule rule, Severity severity, Location location, String message, String remedy) {
    add(Finding.of(rule, severity, location, message, remedy));
  }

  /**
   * Everything reported, in {@link Finding#IN_ORDER order}. Of several findings of one rule at one
   * start, the first in that order stays.
   */
  public synchronized List<Finding> inOrder() {
    Map<FindingPlace, Finding> kept = new LinkedHashMap<>();
    added.stream()
        .sorted(Finding.IN_ORDER)
        .forEach(finding -> kept.putIfAbsent(FindingPlace.of(finding), finding));
    return List.copyOf(kept.values());
  }
}
