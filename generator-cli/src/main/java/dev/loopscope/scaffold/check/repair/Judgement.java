package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.loop.Runner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is found in one suite.
 *
 * @param root the directory of the suite's configuration
 * @param findings those that no comment takes away
 * @param tests how many tests pytest-asyncio runs
 * @param unknown how much could not be read
 */
record Judgement(String root, List<Finding> findings, long tests, int unknown) {
  /** A comment that ignores what is ended is left to its author. */
  private static final String UNUSED_IGNORE = "LS000";

  Judgement {
    findings = List.copyOf(findings);
  }

  /** Judges a suite. */
  static Judgement of(SuiteModel suite, Checker checker) {
    return new Judgement(
        suite.config().rootDirectory(),
        checker.check(List.of(suite)).findings(),
        suite.tests().stream().filter(it -> suite.runner(it).is(Runner.PYTEST_ASYNCIO)).count(),
        suite.unknowns().size());
  }

  /** The findings of some rules. */
  List<Finding> of(Set<String> rules) {
    return findings.stream().filter(it -> rules.contains(it.rule().id())).toList();
  }

  /**
   * Whether nothing is found that was not, and nothing has become unknown.
   *
   * @param but rules whose findings are not looked at
   */
  boolean isNoWorseThan(Judgement before, Set<String> but) {
    Map<Kind, Integer> there = before.counts(but);
    return tests >= before.tests
        && unknown <= before.unknown
        && counts(but).entrySet().stream()
            .allMatch(it -> it.getValue() <= there.getOrDefault(it.getKey(), 0));
  }

  /** Lines move, so findings are counted by file. */
  private record Kind(String rule, String path, Severity severity) {}

  private Map<Kind, Integer> counts(Set<String> but) {
    Map<Kind, Integer> counts = new HashMap<>();
    for (Finding finding : findings) {
      String rule = finding.rule().id();
      if (!but.contains(rule) && !rule.equals(UNUSED_IGNORE)) {
        counts.merge(
            new Kind(rule, finding.location().path(), finding.severity()), 1, Integer::sum);
      }
    }
    return counts;
  }
}
