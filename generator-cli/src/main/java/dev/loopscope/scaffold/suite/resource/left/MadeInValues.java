package dev.loopscope.scaffold.suite.resource.left;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.flow.Owners;
import dev.loopscope.scaffold.suite.resource.flow.Summaries;
import dev.loopscope.scaffold.suite.resource.flow.Surroundings;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what a test makes once in the object that a fixture gives, and waits for: a property or a
 * method opens it when it is first asked for, and who comes later finds it there.
 */
final class MadeInValues {
  /** Fixtures that hand on what they are given by fixtures. */
  private static final int DEEPEST = 5;

  /** What methods are called that let something go. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "\\.(a?close|stop|shut|disconnect|dispose|reset|clean|clear|release|terminat|tear|finish)"
              + "\\w*\\(");

  private final Summaries.Query query;
  private final Fixture fixture;
  private final Closure closure;
  private final Surroundings surroundings;

  /**
   * In the value of a fixture.
   *
   * @param closure all that is set up for the test
   */
  MadeInValues(Summaries.Query query, Fixture fixture, Closure closure) {
    this.query = query;
    this.fixture = fixture;
    this.closure = closure;
    this.surroundings = new Surroundings(query, closure);
  }

  /** What a test makes there, unless it or a fixture for it renews it, or may close it. */
  List<Thing> by(SourceFile file, FunctionDef function) {
    if (mayClose(file, function)
        || closure.fixtures().stream()
            .filter(it -> it.scope().is(Scope.FUNCTION))
            .anyMatch(it -> mayClose(it.file(), it.function()))) {
      return List.of();
    }
    List<Summary> all = new ArrayList<>();
    addIfGiven(file, function, all);
    for (Fixture other : closure.fixtures()) {
      if (other.scope().is(Scope.FUNCTION)) {
        addIfGiven(other.file(), other.function(), all);
      }
    }
    Set<Part> waits = new LinkedHashSet<>();
    all.forEach(it -> waits.addAll(it.waits()));
    List<Thing> made = new ArrayList<>();
    for (Summary summary : all) {
      for (Summary.Store store : summary.stores()) {
        if (store.once()
            && store.place() instanceof Part.Parameter place
            && isIn(place, DEEPEST)
            && all.stream().noneMatch(it -> renews(it, place))) {
          store.value().doubted().reachable().stream()
              .flatMap(
                  it ->
                      it instanceof Part.Made one
                          ? Optional.of(one).stream()
                          : Optional.<Part.Made>empty().stream())
              .filter(it -> it.certain() && it.thing().onAnotherLoop().isCertain())
              .filter(it -> waits.stream().anyMatch(wait -> isFor(wait, place, it)))
              .forEach(it -> made.add(it.thing().boundLater()));
        }
      }
    }
    return made;
  }

  private static boolean mayClose(SourceFile file, FunctionDef function) {
    return CLOSING.matcher(file.text(function)).find();
  }

  /** Who is not given the value does nothing with it. */
  private void addIfGiven(SourceFile file, FunctionDef function, List<Summary> all) {
    if (function.parameters().stream()
        .anyMatch(it -> isIn(new Part.Parameter(it.name(), List.of()), DEEPEST))) {
      all.add(read(file, function));
    }
  }

  private Summary read(SourceFile file, FunctionDef function) {
    return query.whole(file, function, Owners.of(file, function), surroundings.objects(function));
  }

  /** Whether a parameter has the fixture's value, or something of it. */
  private boolean isIn(Part.Parameter place, int deepest) {
    Optional<Fixture> given = closure.fixture(place.name());
    if (given.isEmpty() || given.orElseThrow().equals(fixture)) {
      return given.isPresent();
    }
    Fixture other = given.orElseThrow();
    Content value = query.of(other.file(), other.function()).given();
    return deepest > 0
        && value.parts().stream()
            .anyMatch(it -> it instanceof Part.Parameter next && isIn(next, deepest - 1));
  }

  private static boolean renews(Summary summary, Part.Parameter place) {
    List<String> path = place.path();
    return summary.stores().stream()
            .anyMatch(
                it ->
                    !it.once()
                        && it.place() instanceof Part.Parameter other
                        && other.path().equals(path))
        || summary.closed().stream()
            .anyMatch(it -> it instanceof Part.Parameter other && other.path().equals(path));
  }

  private static boolean isFor(Part wait, Part.Parameter place, Part.Made made) {
    return wait instanceof Part.Made it
        ? it.thing().equals(made.thing())
        : wait instanceof Part.Parameter parameter && parameter.isAt(place);
  }
}
