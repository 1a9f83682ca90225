package dev.loopscope.scaffold.suite.resource.value;

import dev.loopscope.scaffold.python.tree.Primary.Call;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What calling a function comes to, in terms of its parameters.
 *
 * @param given what it returns or yields
 * @param stores what it keeps elsewhere
 * @param running tasks and servers that it leaves running, and what libraries keep for it
 * @param waits what it waits for
 * @param guardedWaits what it waits for where a failure is caught or expected
 * @param closed which of what it is given it closes
 * @param asks its own calls that ask for the current loop in every run, there or in what is called
 * @param needs its own calls that fail in every run if no loop runs, there or in what is called
 * @param drives its own calls that run a loop by hand in every run, there or in what is called
 * @param asyncio what of its own raises in every run by trio, there or in what is called
 * @param requests what it sends to applications
 * @param later methods of what it is given that it calls
 * @param unfollowed why it may do more than that; empty if it does not
 */
public record Summary(
    Content given,
    List<Store> stores,
    Set<Part.Made> running,
    Set<Part> waits,
    Set<Part> guardedWaits,
    Set<Part.Kept> closed,
    List<Call> asks,
    List<LoopNeed> needs,
    List<LoopNeed> drives,
    List<AsyncioNeed> asyncio,
    List<Request> requests,
    List<LaterCall> later,
    Optional<String> unfollowed) {
  /** Of what does nothing. */
  public static final Summary NOTHING =
      new Summary(
          Content.NOTHING,
          List.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  /** Keeps unmodifiable copies. */
  public Summary {
    stores = List.copyOf(stores);
    asks = List.copyOf(asks);
    needs = List.copyOf(needs);
    drives = List.copyOf(drives);
    asyncio = List.copyOf(asyncio);
    requests = List.copyOf(requests);
    later = List.copyOf(later);
    running = Collections.unmodifiableSet(new LinkedHashSet<>(running));
    waits = Collections.unmodifiableSet(new LinkedHashSet<>(waits));
    guardedWaits = Collections.unmodifiableSet(new LinkedHashSet<>(guardedWaits));
    closed = Collections.unmodifiableSet(new LinkedHashSet<>(closed));
  }

  /**
   * What is kept at a place.
   *
   * @param once whether it is made only if nothing is there
   */
  public record Store(Part.Kept place, Content value, boolean once) {
    /** What this puts at a place that it is kept at, in, or around. */
    public Content seenFrom(Part.Kept other) {
      if (!place.root().equals(other.root())) {
        return Content.NOTHING;
      }
      int common = Math.min(place.path().size(), other.path().size());
      if (!place.path().subList(0, common).equals(other.path().subList(0, common))) {
        return Content.NOTHING;
      }
      Content seen = Content.NOTHING.with(place.path().subList(common, place.path().size()), value);
      for (String step : other.path().subList(common, other.path().size())) {
        seen = seen.attribute(step).orElse(Content.NOTHING);
      }
      return seen;
    }
  }

  /** Of a function that is not followed. */
  public static Summary unread(String reason) {
    return new Summary(
        Content.unread(reason),
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(reason));
  }
}
