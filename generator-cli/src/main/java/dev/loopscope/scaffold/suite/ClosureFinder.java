package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.Place.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is set up, as pytest's {@code traverse_fixture_closure} does: depth first, where a
 * fixture that requests its own name gets the one it overrides. One object finds one closure.
 */
final class ClosureFinder {
  private final Place place;
  private final Collection<String> direct;
  private final DynamicRequests dynamicRequests;
  private final Map<String, Found> found = new HashMap<>();

  /** For each name, which of its definitions comes next, counted from the nearest. */
  private final Map<String, Integer> next = new HashMap<>();

  private final Set<String> names = new LinkedHashSet<>();
  private final Set<Definition> used = new LinkedHashSet<>();

  /**
   * As seen from a place.
   *
   * @param direct names that have a value without a fixture
   */
  ClosureFinder(Place place, Collection<String> direct, DynamicRequests dynamicRequests) {
    this.place = place;
    this.direct = Set.copyOf(direct);
    this.dynamicRequests = dynamicRequests;
  }

  /**
   * What a function requests.
   *
   * @param requested names, in order
   * @param asked what it asks for at run time
   */
  Closure closure(Collection<String> requested, DynamicRequests.Names asked) {
    requested.forEach(this::visit);
    List<String> fixed =
        names.stream()
            .sorted(Comparator.comparing(this::scope, Comparator.reverseOrder()))
            .toList();
    boolean computed = visitAsked(asked);
    return result(fixed, computed);
  }

  /** What a fixture requests, without itself. */
  Closure closure(Fixture fixture, DynamicRequests.Names asked) {
    List<Definition> definitions = find(fixture.name()).definitions();
    for (int at = definitions.size() - 1, near = 0; at >= 0; at--, near++) {
      if (definitions.get(at).fixture().equals(Optional.of(fixture))) {
        next.put(fixture.name(), near + 1);
      }
    }
    return closure(fixture.requested(), asked);
  }

  private void visit(String name) {
    Integer known = next.get(name);
    if (known != null && known == 0) {
      return;
    }
    names.add(name);
    int near = known == null ? 0 : known;
    next.put(name, near);
    // What an unknown fixture requests is unknown, too.
    List<Definition> definitions =
        direct.contains(name) || find(name).unknown().isPresent()
            ? List.of()
            : find(name).definitions();
    if (near >= definitions.size()) {
      return;
    }
    Definition definition = definitions.get(definitions.size() - 1 - near);
    used.add(definition);
    // While its own requests are followed, its name stands for the one it overrides.
    next.put(name, near + 1);
    definition.requested().forEach(this::visit);
    next.put(name, near);
  }

  /** Follows what is asked for at run time; whether some of it is computed. */
  private boolean visitAsked(DynamicRequests.Names first) {
    boolean computed = first.computed();
    first.names().forEach(this::visit);
    Set<Definition> looked = new LinkedHashSet<>();
    while (looked.size() < used.size()) {
      for (Definition definition : List.copyOf(used)) {
        if (looked.add(definition) && definition.fixture().isPresent()) {
          DynamicRequests.Names its = dynamicRequests.of(definition.fixture().orElseThrow());
          its.names().forEach(this::visit);
          computed |= its.computed();
        }
      }
    }
    return computed;
  }

  private Closure result(List<String> fixed, boolean computed) {
    List<String> dynamic = names.stream().filter(it -> !fixed.contains(it)).toList();
    List<String> all = new ArrayList<>(fixed);
    all.addAll(dynamic);
    List<Fixture> fixtures = new ArrayList<>();
    List<String> provided = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String name : all) {
      if (direct.contains(name)) {
        continue;
      }
      Found it = find(name);
      List<Definition> chain = used.stream().filter(d -> d.name().equals(name)).toList();
      if (it.unknown().isPresent() || chain.isEmpty()) {
        unknown.add(name);
      } else {
        chain.forEach(definition -> definition.fixture().ifPresent(fixtures::add));
        if (chain.stream().allMatch(definition -> definition.fixture().isEmpty())) {
          provided.add(name);
        }
      }
    }
    if (computed) {
      unknown.add(Closure.COMPUTED);
    }
    List<String> given = all.stream().filter(direct::contains).toList();
    return new Closure(fixtures, fixed, provided, given, dynamic, unknown);
  }

  private Found find(String name) {
    return found.computeIfAbsent(name, place::find);
  }

  private Scope scope(String name) {
    List<Definition> definitions = direct.contains(name) ? List.of() : find(name).definitions();
    return definitions.isEmpty()
        ? Scope.FUNCTION
        : definitions.get(definitions.size() - 1).scope().orElse(Scope.FUNCTION);
  }
}
