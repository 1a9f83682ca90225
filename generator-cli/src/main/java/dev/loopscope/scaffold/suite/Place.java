package dev.loopscope.scaffold.suite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of pytest's collection tree at which fixtures are registered: the session, a directory
 * with a conftest, a module, a class. Filled while the suite is read, and not changed afterwards.
 */
final class Place {
  private final Optional<Place> outer;
  private final Map<String, List<Definition>> definitions = new LinkedHashMap<>();
  private final List<String> autouse = new ArrayList<>();
  private final Map<String, String> unknown = new LinkedHashMap<>();
  private Optional<String> open = Optional.empty();

  private Place(Optional<Place> outer) {
    this.outer = outer;
  }

  /** The root of the tree. */
  static Place session() {
    return new Place(Optional.empty());
  }

  /** A place directly below this one. */
  Place inner() {
    return new Place(Optional.of(this));
  }

  /** Registers a fixture. Of two with one name at one place, the later one is nearer. */
  void register(Definition definition) {
    definitions.computeIfAbsent(definition.name(), name -> new ArrayList<>()).add(definition);
    if (definition.autouse()) {
      autouse.add(definition.name());
    }
  }

  /** Says that {@code name} may be a fixture here. */
  void mayRegister(String name, String reason) {
    unknown.putIfAbsent(name, reason);
  }

  /** Says that any name may be a fixture here. */
  void mayRegisterAny(String reason) {
    open = open.or(() -> Optional.of(reason));
  }

  /** A fixture that is set up for every test here without being requested. */
  void use(String name) {
    autouse.add(name);
  }

  /** From the session to this place. */
  List<Place> chain() {
    List<Place> places = new ArrayList<>();
    for (Optional<Place> at = Optional.of(this); at.isPresent(); at = at.orElseThrow().outer) {
      places.add(at.orElseThrow());
    }
    Collections.reverse(places);
    return places;
  }

  /** What is set up for a test of this place without being requested, outermost first. */
  List<String> autouseNames() {
    List<String> names = new ArrayList<>();
    chain().forEach(place -> names.addAll(place.autouse));
    return names;
  }

  /** The fixtures that a name stands for at this place, the nearest last. */
  Found find(String name) {
    List<Definition> found = new ArrayList<>();
    Optional<String> reason = Optional.empty();
    for (Place place : chain()) {
      List<Definition> here = place.definitions.getOrDefault(name, List.of());
      Optional<String> doubt = Optional.ofNullable(place.unknown.get(name));
      if (!here.isEmpty()) {
        // What is registered nearer hides what is unknown further out.
        found.addAll(here);
        reason = doubt;
      } else if (doubt.isPresent() || place.open.isPresent()) {
        reason = doubt.or(() -> place.open);
      }
    }
    return new Found(found, reason);
  }

  /**
   * What a name leads to.
   *
   * @param definitions the nearest last; empty if there are none
   * @param unknown why another one may be nearer
   */
  record Found(List<Definition> definitions, Optional<String> unknown) {
    Found {
      definitions = List.copyOf(definitions);
    }
  }
}
