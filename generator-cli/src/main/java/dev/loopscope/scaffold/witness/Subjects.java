package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What findings are about: the functions that they stand in or name. A finding that stands in none
 * is about the tests of its class, its module or its directory, or about all of a configuration.
 */
final class Subjects {
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private final List<SuiteModel> models;

  Subjects(List<SuiteModel> models) {
    this.models = List.copyOf(models);
  }

  Subject of(Finding finding) {
    List<Location> places = new ArrayList<>(List.of(finding.location()));
    finding.cause().ifPresent(it -> places.add(it.place()));
    finding.uses().forEach(it -> places.add(it.location()));
    Set<Test> tests = new LinkedHashSet<>();
    Set<Fixture> fixtures = new LinkedHashSet<>();
    for (SuiteModel model : models) {
      places.forEach(it -> tests.addAll(testsAt(it, model)));
      places.forEach(it -> fixtures.addAll(fixturesAt(it, model)));
    }
    if (tests.isEmpty() && fixtures.isEmpty()) {
      models.forEach(it -> tests.addAll(testsAround(finding.location(), it)));
    }
    Set<String> names = names(finding.message());
    for (SuiteModel model : models) {
      if (tests.isEmpty()) {
        fixtures.forEach(it -> tests.addAll(model.testsUsing(it)));
      }
      model.fixtures().stream()
          .filter(it -> names.contains(it.name()))
          .filter(it -> model.testsUsing(it).stream().anyMatch(tests::contains))
          .forEach(fixtures::add);
    }
    return new Subject(places, tests, fixtures);
  }

  /** The tests and fixtures whose functions hold a place, and no wider ones. */
  Subject at(Location place) {
    Set<Test> tests = new LinkedHashSet<>();
    Set<Fixture> fixtures = new LinkedHashSet<>();
    for (SuiteModel model : models) {
      tests.addAll(testsAt(place, model));
      fixtures.addAll(fixturesAt(place, model));
    }
    return new Subject(List.of(place), tests, fixtures);
  }

  /** The test whose function holds a place, or else the tests of its class or its module. */
  Set<Test> below(Location place) {
    Set<Test> tests = new LinkedHashSet<>(at(place).tests());
    if (tests.isEmpty()) {
      models.forEach(it -> tests.addAll(testsAround(place, it)));
    }
    return tests;
  }

  /** Whether one of the fixtures asks for the other one, or is it. */
  boolean reaches(Set<Fixture> from, Predicate<Fixture> other) {
    return from.stream().anyMatch(other)
        || models.stream()
            .anyMatch(
                model ->
                    from.stream()
                        .filter(model.fixtures()::contains)
                        .anyMatch(it -> model.closure(it).fixtures().stream().anyMatch(other)));
  }

  /** What a global of a file stands for, where it is made; empty if that cannot be told. */
  Optional<Location> made(String path, String name) {
    for (SuiteModel model : models) {
      for (SourceFile file : model.files()) {
        if (file.path().equals(path)
            && model.resolver().member(file, name) instanceof Resolution.Value it) {
          return Optional.of(it.file().location(it.expression()));
        }
      }
    }
    return Optional.empty();
  }

  static Set<String> names(String message) {
    Set<String> names = new LinkedHashSet<>();
    NAME.matcher(message).results().forEach(it -> names.add(it.group(1)));
    return names;
  }

  private static List<Test> testsAt(Location place, SuiteModel model) {
    return model.collected().stream()
        .filter(it -> it.file().path().equals(place.path()) && holds(it.function(), place))
        .toList();
  }

  private static List<Fixture> fixturesAt(Location place, SuiteModel model) {
    return model.fixtures().stream()
        .filter(it -> it.file().path().equals(place.path()) && holds(it.function(), place))
        .toList();
  }

  private static boolean holds(FunctionDef function, Location place) {
    return Runs.first(function) <= place.start() && place.start() < function.end();
  }

  private static List<Test> testsAround(Location place, SuiteModel model) {
    List<SuiteClass> classes =
        model.classes().stream()
            .filter(it -> it.file().path().equals(place.path()) && holds(it, place))
            .toList();
    if (!classes.isEmpty()) {
      return testsOf(
          model,
          test ->
              test.collectedBy().filter(classes::contains).isPresent()
                  || test.definedIn().filter(classes::contains).isPresent());
    }
    String path = place.path();
    List<Test> ofModule =
        testsOf(model, it -> it.collectedIn().path().equals(path) || it.file().path().equals(path));
    if (!ofModule.isEmpty()) {
      return ofModule;
    }
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    return path.endsWith("conftest.py")
        ? testsOf(model, it -> it.collectedIn().path().startsWith(directory))
        : model.collected();
  }

  private static boolean holds(SuiteClass kind, Location place) {
    int start =
        kind.definition().decorators().stream()
            .mapToInt(it -> it.start() - 1)
            .min()
            .orElse(kind.definition().start());
    return start <= place.start() && place.start() < kind.definition().end();
  }

  private static List<Test> testsOf(SuiteModel model, Predicate<Test> wanted) {
    return model.collected().stream().filter(wanted).toList();
  }
}
