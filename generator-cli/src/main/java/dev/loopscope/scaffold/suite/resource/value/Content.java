package dev.loopscope.scaffold.suite.resource.value;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a value may be and hold, as far as loops are concerned. A constant has neither parts nor
 * attributes.
 *
 * @param parts what it is
 * @param attributes what its attributes hold; those of a container's elements are called {@code []}
 */
public record Content(Set<Part> parts, Map<String, Content> attributes) {
  /** A constant, or nothing. */
  public static final Content NOTHING = new Content(Set.of(), Map.of());

  /** The name for the elements of a container. */
  public static final String ELEMENTS = "[]";

  /** Values with more parts are not told apart: nobody writes them. */
  private static final int MOST = 16;

  private static final int DEPTH = 3;

  /** Objects that hold more are taken as a whole, so that following calls stays linear. */
  private static final int MOST_ATTRIBUTES = 64;

  /** Whether a name is that of elements: a class has none. */
  public static boolean isElement(String name) {
    return name.startsWith("[");
  }

  /** Keeps unmodifiable copies. */
  public Content {
    parts = Collections.unmodifiableSet(new LinkedHashSet<>(parts));
    attributes =
        attributes.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** One part, without attributes. */
  public static Content of(Part part) {
    return new Content(Set.of(part), Map.of());
  }

  /** What cannot be read, and why. */
  public static Content unread(String reason) {
    return of(new Part.Unread(reason));
  }

  /** Either, or both together. */
  public Content and(Content other) {
    if (isAllOf(other)) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    Set<Part> all = new LinkedHashSet<>(parts);
    add(all, other.parts);
    if (all.size() > MOST) {
      return unread("there is too much in it");
    }
    if (other.attributes.isEmpty()) {
      return new Content(all, attributes);
    }
    Map<String, Content> fields = new LinkedHashMap<>(attributes);
    other.attributes.forEach((name, value) -> fields.merge(name, value, Content::and));
    return new Content(all, fields).bounded();
  }

  /** Whether nothing of another value would be new; that is not always seen, the same one is. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isAllOf(Content other) {
    return other == this || (other.attributes.isEmpty() && parts.containsAll(other.parts));
  }

  /** The same, or all of it in one layer if there is too much. */
  private Content bounded() {
    if (size() <= MOST_ATTRIBUTES) {
      return this;
    }
    Set<Part> all = reachable();
    return all.size() > MOST ? unread("there is too much in it") : new Content(all, Map.of());
  }

  private int size() {
    int size = attributes.size();
    for (Content value : attributes.values()) {
      size += value.size();
    }
    return size;
  }

  private boolean isEmpty() {
    return parts.isEmpty() && attributes.isEmpty();
  }

  /** The same, with more at the end of a path of attributes. */
  public Content with(List<String> path, Content value) {
    if (path.isEmpty()) {
      return and(value);
    }
    Map<String, Content> fields = new LinkedHashMap<>(attributes);
    Content there = fields.getOrDefault(path.get(0), NOTHING);
    fields.put(path.get(0), there.with(path.subList(1, path.size()), value));
    return new Content(parts, fields).cut(DEPTH).bounded();
  }

  private Content cut(int depth) {
    if (attributes.isEmpty()) {
      return this;
    }
    if (depth == 0) {
      return new Content(reachable(), Map.of());
    }
    Map<String, Content> fields = new LinkedHashMap<>();
    attributes.forEach((name, value) -> fields.put(name, value.cut(depth - 1)));
    return new Content(parts, fields);
  }

  /** What is known of an attribute; empty if nothing is. */
  public Optional<Content> attribute(String name) {
    Content found = NOTHING;
    boolean known = attributes.containsKey(name);
    if (known) {
      found = found.and(attributes.getOrDefault(name, NOTHING));
    }
    for (Part part : parts) {
      if (part instanceof Part.Kept place) {
        found = found.and(of(place.attribute(name)));
        known = true;
      } else if (part instanceof Part.Made made) {
        found = found.and(of(made.asked()));
        known = true;
      } else if (part instanceof Part.OfFixture of) {
        found = found.and(of(of.asked()));
        known = true;
      } else if (part instanceof Part.Unread) {
        found = found.and(of(part));
        known = true;
      }
    }
    return known ? Optional.of(found) : Optional.empty();
  }

  /** Everything that can be got at from the value. */
  public Set<Part> reachable() {
    Set<Part> all = new LinkedHashSet<>();
    addReachable(all);
    return all;
  }

  private void addReachable(Set<Part> all) {
    add(all, parts);
    // Who answers requests is asked one by one.
    attributes.forEach(
        (name, value) -> {
          if (!RoutingKeys.isRouting(name)) {
            value.addReachable(all);
          }
        });
  }

  private static void add(Set<Part> all, Set<Part> parts) {
    boolean unread = all.stream().anyMatch(Part.Unread.class::isInstance);
    for (Part part : parts) {
      // One reason not to know is as good as many.
      if (!unread || !(part instanceof Part.Unread)) {
        all.add(part);
        unread |= part instanceof Part.Unread;
      }
    }
  }

  /** Everything of it in one layer. */
  public Content flat() {
    return attributes.isEmpty() ? this : new Content(reachable(), Map.of());
  }

  /** A container with the same elements, which is kept nowhere yet. */
  public Content copied() {
    Content copy = new Content(Set.of(), attributes);
    for (Part part : parts) {
      copy =
          part instanceof Part.Kept place
              ? copy.with(List.of(ELEMENTS), of(place.attribute(ELEMENTS)))
              : copy.and(of(part));
    }
    return copy;
  }

  /** What came of asking it something: it may be bound, or a mere number. */
  public Content asked() {
    return flat().uncertain();
  }

  /** The same, of which it is not known whether it has to do with what is bound. */
  public Content uncertain() {
    return map(
        part ->
            List.of(
                part instanceof Part.Made made
                    ? made.asked()
                    : part instanceof Part.OfFixture of ? of.asked() : part));
  }

  /** Whether it may be anything. */
  public boolean isUnread() {
    return parts.stream().anyMatch(Part.Unread.class::isInstance);
  }

  /** The same, with nothing for certain where it may be something else that cannot be read. */
  public Content doubted() {
    Content own = new Content(parts, Map.of());
    Map<String, Content> fields = new LinkedHashMap<>();
    attributes.forEach((name, value) -> fields.put(name, value.doubted()));
    return new Content(isUnread() ? own.uncertain().parts() : parts, fields);
  }

  /** With other parts in their places, in all layers. */
  public Content map(Function<Part, ? extends Collection<Part>> change) {
    Set<Part> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(change.apply(part)));
    Map<String, Content> fields = new LinkedHashMap<>();
    attributes.forEach((name, value) -> fields.put(name, value.map(change)));
    return new Content(all, fields);
  }

  /** Whether anything in it is a matter of a parameter. */
  public boolean hasParameters() {
    return parts.stream().anyMatch(Part.Parameter.class::isInstance)
        || attributes.values().stream().anyMatch(Content::hasParameters);
  }

  /** With whole contents in the places of parts, in all layers. */
  public Content replaced(Function<Part, Content> change) {
    Content result = NOTHING;
    for (Part part : parts) {
      result = result.and(change.apply(part));
    }
    Map<String, Content> fields = new LinkedHashMap<>();
    attributes.forEach((name, value) -> fields.put(name, value.replaced(change)));
    return fields.isEmpty() ? result : result.and(new Content(Set.of(), fields)).cut(DEPTH);
  }
}
