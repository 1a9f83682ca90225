package dev.loopscope.scaffold.suite.resource.left;

import dev.loopscope.scaffold.suite.resource.OnAnotherLoop;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a fixture leaves bound to a loop when control reaches its {@code yield} or its end.
 *
 * @param held what is open, and where it is held
 * @param parameters the fixtures whose values its own value holds
 * @param unread why its value may hold anything else; empty if it does not
 * @param valueless whether its value is {@code None}
 * @param unfollowed why it may have left something elsewhere; empty if it did not
 */
public record Left(
    List<Held> held,
    Set<String> parameters,
    Optional<String> unread,
    boolean valueless,
    Optional<String> unfollowed) {
  /** Keeps unmodifiable copies. */
  public Left {
    held = List.copyOf(held);
    parameters = Collections.unmodifiableSet(new LinkedHashSet<>(parameters));
  }

  /** The same, with things in its value that are made by whoever first asks for them. */
  Left with(Set<Thing> later) {
    List<Held> all = new ArrayList<>(held);
    later.forEach(it -> all.add(new Held(it, true, false, false, Holder.VALUE, Optional.empty())));
    return new Left(all, parameters, unread, valueless, unfollowed);
  }

  /**
   * A thing, and who holds it.
   *
   * @param thing what is open
   * @param certain whether it is held for sure, and not what was asked of it
   * @param driven whether synchronous code ran a loop to open it
   * @param used whether the fixture waited for it itself, which binds it at the latest
   * @param holder where it is held
   * @param place the variable that holds it, for {@link Holder#SHARED}
   */
  public record Held(
      Thing thing,
      boolean certain,
      boolean driven,
      boolean used,
      Holder holder,
      Optional<Part.Kept> place) {
    /** Whether those who first use it bind it. */
    public boolean bindsLater() {
      return thing.lazy() && !used;
    }
  }

  /** Where something is held. */
  public enum Holder {
    /** By the value of the fixture. */
    VALUE,
    /** By a variable of a module or an attribute of a class. */
    SHARED,
    /** By its library. */
    LIBRARY,
    /** By the loop: it runs. */
    LOOP
  }

  /** What of this kind is held for sure, and bound. */
  public List<Held> bound(Holder holder) {
    return held.stream()
        .filter(it -> it.holder() == holder && it.thing().onAnotherLoop().isBound())
        .filter(it -> it.certain() || it.thing().kind() == Thing.Kind.SERVER)
        .toList();
  }

  /** The same, with what the fixture used and of which is not known what becomes of it. */
  public List<Held> mayBeBound(Holder holder) {
    List<Held> all = new ArrayList<>(bound(holder));
    held.stream()
        .filter(it -> it.holder() == holder && it.certain() && it.used())
        .filter(it -> it.thing().onAnotherLoop() == OnAnotherLoop.UNKNOWN)
        .forEach(all::add);
    return all;
  }

  /** Whether all that its value holds is bound by those who first use it. */
  public boolean bindsLater() {
    List<Held> inValue = bound(Holder.VALUE);
    return !inValue.isEmpty() && inValue.stream().allMatch(Held::bindsLater);
  }

  /** From the worst on. */
  private static final List<OnAnotherLoop> BOUND =
      List.of(
          OnAnotherLoop.BREAKS,
          OnAnotherLoop.HANGS,
          OnAnotherLoop.SILENTLY_WRONG,
          OnAnotherLoop.BREAKS_EVERY_SECOND,
          OnAnotherLoop.BREAKS_LATER);

  /** What becomes of the fixture's own value on another loop, those of other fixtures left out. */
  public OnAnotherLoop value() {
    List<Held> inValue = held.stream().filter(it -> it.holder() == Holder.VALUE).toList();
    Set<OnAnotherLoop> certain = EnumSet.noneOf(OnAnotherLoop.class);
    inValue.stream()
        .filter(it -> it.certain() || it.thing().kind() == Thing.Kind.SERVER)
        .forEach(it -> certain.add(it.thing().onAnotherLoop()));
    for (OnAnotherLoop fate : BOUND) {
      if (certain.contains(fate)) {
        return fate;
      }
    }
    boolean asked = inValue.stream().anyMatch(it -> it.thing().onAnotherLoop().isBound());
    // Without a value, what it opens may be kept anywhere.
    boolean elsewhere = valueless && unfollowed.isPresent() && held.isEmpty();
    if (unread.isPresent() || asked || elsewhere) {
      return OnAnotherLoop.UNKNOWN;
    }
    return certain.contains(OnAnotherLoop.TOLERATES)
        ? OnAnotherLoop.TOLERATES
        : certain.contains(OnAnotherLoop.SAFE) ? OnAnotherLoop.SAFE : OnAnotherLoop.NOTHING;
  }
}
