package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What fails before a test runs, by findings that say so of every run.
 *
 * @param refused fixtures that pytest or a plugin refuses to set up
 * @param breaking fixtures that fail on their loop
 * @param tests that request what is not there
 */
record FailingSetUps(Set<Fixture> refused, Set<Fixture> breaking, Set<Test> tests) {
  /** The rules whose errors are refusals of a set-up. */
  static final Set<String> RULES = Set.of("LS001", "LS003", "LS012", "LS031", "LS038");

  FailingSetUps {
    refused = Set.copyOf(refused);
    breaking = Set.copyOf(breaking);
    tests = Set.copyOf(tests);
  }

  static FailingSetUps of(List<Finding> findings, PlacesOfFindings places) {
    Set<Fixture> refused = new HashSet<>();
    Set<Fixture> breaking = new HashSet<>();
    Set<Test> tests = new HashSet<>();
    for (Finding finding : findings) {
      if (RULES.contains(finding.rule().id()) && finding.severity() == Severity.ERROR) {
        Optional<Fixture> fixture = places.fixture(finding.location());
        fixture.ifPresent((finding.rule().id().equals("LS003") ? breaking : refused)::add);
        if (fixture.isEmpty()) {
          tests.addAll(places.tests(finding.location()));
        }
      }
    }
    return new FailingSetUps(refused, breaking, tests);
  }

  /** Whether a fixture fails. */
  boolean holds(Fixture fixture) {
    return refused.contains(fixture) || breaking.contains(fixture);
  }

  /** Whether a fixture fails before anything of it runs. */
  boolean beforeItRuns(Fixture fixture) {
    return refused.contains(fixture);
  }
}
