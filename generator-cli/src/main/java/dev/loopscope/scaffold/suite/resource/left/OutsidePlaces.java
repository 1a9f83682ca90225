package dev.loopscope.scaffold.suite.resource.left;

import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.resource.flow.Owners;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says which parameters of tests and fixtures lead to what pytest has one of. */
final class OutsidePlaces {
  private static final Set<String> SHARED = Set.of("cls", "config", "session");

  private OutsidePlaces() {}

  /** The same parts, with the places that their parameters lead to. */
  static Set<Part> with(Set<Part> parts) {
    Set<Part> all = new LinkedHashSet<>(parts);
    for (Part part : parts) {
      if (part instanceof Part.Parameter it) {
        of(it).ifPresent(all::add);
      }
    }
    return all;
  }

  /** Where a fixture keeps what it puts at a place; empty if that is a matter of its own. */
  static Optional<Part.Kept> of(Part.Kept place, Fixture fixture) {
    if (!(place instanceof Part.Parameter parameter)) {
      return Optional.of(place);
    }
    boolean ofSession =
        fixture.scope().is(Scope.SESSION)
            && parameter.name().equals("request")
            && parameter.path().size() > 1
            && parameter.path().get(0).equals("node");
    if (ofSession) {
      List<String> path = new ArrayList<>(parameter.path());
      path.set(0, "session");
      return of(new Part.Parameter("request", path)).map(it -> it);
    }
    return ofOwner(parameter, fixture).or(() -> of(parameter));
  }

  /**
   * What a method sets on the object of its test, or on the class, and a function on its module.
   */
  private static Optional<Part.Kept> ofOwner(Part.Parameter place, Fixture fixture) {
    boolean first =
        !fixture.function().parameters().isEmpty()
            && fixture.function().parameters().get(0).name().equals(place.name());
    if (!first || place.path().isEmpty()) {
      return Optional.empty();
    }
    String attribute = place.path().get(0);
    List<String> rest = place.path().subList(1, place.path().size());
    return switch (fixture.name()) {
      case "setup_module" -> Optional.of(new Part.Shared(fixture.file(), attribute, rest));
      case "setup_class", "setUpClass" -> Optional.of(ofClass(attribute, rest));
      default ->
          fixture.scope().is(Scope.FUNCTION) && isMethod(fixture)
              ? Optional.of(ofObject(attribute, rest))
              : Optional.empty();
    };
  }

  private static boolean isMethod(Fixture fixture) {
    return Owners.of(fixture.file(), fixture.function()).isPresent();
  }

  /** What an attribute of a test's object is: methods that are called for one test share it. */
  static Part.Outside ofObject(String attribute, List<String> path) {
    return new Part.Outside("self." + attribute, path);
  }

  /** What an attribute of a test's class is, if a fixture sets it through its request. */
  static Part.Outside ofClass(String attribute, List<String> path) {
    return new Part.Outside("request.cls." + attribute, path);
  }

  private static Optional<Part.Kept> of(Part.Parameter parameter) {
    List<String> path = parameter.path();
    String root = parameter.name();
    if (root.equals("pytestconfig")) {
      return at("request.config", path);
    }
    int from = path.size() > 1 && path.get(0).equals("node") && isShared(path.get(1)) ? 1 : 0;
    return root.equals("request") && path.size() > from && isShared(path.get(from))
        ? at("request." + path.get(from), path.subList(from + 1, path.size()))
        : Optional.empty();
  }

  private static boolean isShared(String step) {
    return SHARED.contains(step);
  }

  private static Optional<Part.Kept> at(String owner, List<String> path) {
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part.Outside(owner + "." + path.get(0), path.subList(1, path.size())));
  }
}
