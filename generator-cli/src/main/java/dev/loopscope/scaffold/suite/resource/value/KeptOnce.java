package dev.loopscope.scaffold.suite.resource.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is made when it is first asked for, and kept.
 *
 * @param place where it is kept
 * @param thing what is made
 */
public record KeptOnce(Part.Shared place, Thing thing) {
  /**
   * What is made once and kept for others, of which something is waited for.
   *
   * @param stores what is kept
   * @param waits what is waited for
   */
  public static List<KeptOnce> in(Collection<Summary.Store> stores, Set<Part> waits) {
    List<KeptOnce> found = new ArrayList<>();
    for (Summary.Store store : stores) {
      if (store.once() && store.place() instanceof Part.Shared place) {
        for (Part part : store.value().doubted().reachable()) {
          made(part)
              .filter(it -> it.certain() && it.thing().onAnotherLoop().isCertain())
              .map(it -> new KeptOnce(place, it.thing()))
              .filter(it -> waits.stream().anyMatch(it::isBehind))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Part.Made> made(Part part) {
    return part instanceof Part.Made made
        ? Optional.of(made)
        : part instanceof Part.OfFixture of ? Optional.of(of.made()) : Optional.empty();
  }

  private boolean isBehind(Part wait) {
    return made(wait)
        .map(it -> it.thing().equals(thing))
        .orElseGet(() -> wait instanceof Part.Shared shared && shared.isAt(place));
  }
}
