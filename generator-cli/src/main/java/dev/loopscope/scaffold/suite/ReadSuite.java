package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.collect.HookMarks;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Place;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * What was read of a suite, before anything is concluded from it.
 *
 * @param places where in the collection tree each test stands
 * @param fixturePlaces where each fixture is registered first
 * @param hookMarks what hooks have added to the tests
 */
record ReadSuite(
    List<SourceFile> files,
    List<Test> tests,
    List<Fixture> fixtures,
    List<SuiteClass> classes,
    Map<Test, Place> places,
    Map<Fixture, Place> fixturePlaces,
    HookMarks hookMarks,
    List<UnknownPart> unknown) {
  ReadSuite {
    files = List.copyOf(files);
    tests = List.copyOf(tests);
    fixtures = List.copyOf(fixtures);
    classes = List.copyOf(classes);
    unknown = List.copyOf(unknown);
  }
}
