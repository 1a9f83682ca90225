package dev.loopscope.scaffold.suite.resource.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that is made when it is first asked for, and kept.
 *
 * @param place where it is kept
 * @param thing what is made
 */
public record KeptOnce(Part.Shared place, Thing thing) {
  /** What a function makes once, keeps for others, and waits for itself. */
  public static List<KeptOnce> in(Summary summary) {
    List<KeptOnce> found = new ArrayList<>();
    for (Summary.Store store : summary.stores()) {
      if (store.once() && store.place() instanceof Part.Shared place) {
        for (Part part : store.value().parts()) {
          if (part instanceof Part.Made made
              && made.certain()
              && made.thing().onAnotherLoop().isCertain()
              && summary.waits().stream().anyMatch(it -> isFor(it, place, made.thing()))) {
            found.add(new KeptOnce(place, made.thing()));
          }
        }
      }
    }
    return found;
  }

  private static boolean isFor(Part wait, Part.Shared place, Thing thing) {
    return wait instanceof Part.Made made
        ? made.thing().equals(thing)
        : wait instanceof Part.Shared shared && shared.isAt(place);
  }
}
