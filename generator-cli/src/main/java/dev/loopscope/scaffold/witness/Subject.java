package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a finding is about.
 *
 * @param places where it is, where it comes from and where it shows
 * @param tests whose runs show whether it is so
 * @param fixtures that it speaks of
 */
record Subject(List<Location> places, Set<Test> tests, Set<Fixture> fixtures) {
  Subject {
    places = List.copyOf(places);
    tests = Collections.unmodifiableSet(new LinkedHashSet<>(tests));
    fixtures = Collections.unmodifiableSet(new LinkedHashSet<>(fixtures));
  }

  /** Whether one of its places is on a line. */
  boolean isAt(String path, int line) {
    return places.stream()
        .anyMatch(it -> it.path().equals(path) && it.line() <= line && line <= it.endLine());
  }

  /** Whether one of its places is in a file. */
  boolean isIn(String path) {
    return places.stream().anyMatch(it -> it.path().equals(path));
  }
}
