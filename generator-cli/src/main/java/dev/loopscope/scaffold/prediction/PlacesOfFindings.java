package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the fixtures and tests that places in the text of a suite belong to. */
final class PlacesOfFindings {
  private final SuiteModel model;
  private final Map<String, List<Fixture>> fixtures = new HashMap<>();
  private final Map<String, List<Test>> tests = new HashMap<>();
  private final Map<String, List<Test>> collected = new HashMap<>();

  PlacesOfFindings(SuiteModel model) {
    this.model = model;
    model.fixtures().forEach(it -> add(fixtures, it.file().path(), it));
    model.tests().forEach(it -> add(tests, it.file().path(), it));
    model.tests().forEach(it -> add(collected, it.collectedIn().path(), it));
  }

  private static <T> void add(Map<String, List<T>> all, String path, T one) {
    all.computeIfAbsent(path, it -> new ArrayList<>()).add(one);
  }

  /** The fixture whose function, or whose decorator, a place lies in. */
  Optional<Fixture> fixture(Location place) {
    return fixtures.getOrDefault(place.path(), List.of()).stream()
        .filter(it -> holds(it.function(), place) || isDecorator(it, place))
        .findFirst();
  }

  private static boolean isDecorator(Fixture fixture, Location place) {
    return fixture.decoratorFile().path().equals(place.path())
        && fixture.decorator().start() <= place.start()
        && place.end() <= fixture.decorator().end();
  }

  /** The tests whose function a place lies in; one for each class that inherits it. */
  List<Test> tests(Location place) {
    return tests.getOrDefault(place.path(), List.of()).stream()
        .filter(it -> holds(it.function(), place))
        .toList();
  }

  /** The tests of the class that a place lies in, else those of the module. */
  List<Test> around(Location place) {
    Set<ClassRef> classes =
        model.classes().stream()
            .filter(it -> it.file().path().equals(place.path()))
            .filter(it -> holds(it.definition(), place))
            .map(it -> new ClassRef(it.file(), it.definition()))
            .collect(Collectors.toSet());
    return classes.isEmpty()
        ? collected.getOrDefault(place.path(), List.of())
        : model.tests().stream()
            .filter(it -> it.collectedBy().filter(of -> isOf(of, classes)).isPresent())
            .toList();
  }

  private static boolean isOf(SuiteClass owner, Set<ClassRef> classes) {
    return owner.mro().classes().stream().anyMatch(classes::contains);
  }

  private static boolean holds(FunctionDef function, Location place) {
    int start =
        function.decorators().stream().mapToInt(it -> it.start()).min().orElse(function.start());
    return Math.min(start, function.start()) <= place.start() && place.end() <= function.end();
  }

  private static boolean holds(ClassDef type, Location place) {
    int start = type.decorators().stream().mapToInt(it -> it.start()).min().orElse(type.start());
    return Math.min(start, type.start()) <= place.start() && place.end() <= type.end();
  }
}
