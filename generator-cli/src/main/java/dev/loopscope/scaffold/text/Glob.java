package dev.loopscope.scaffold.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern with wildcards as a row of steps. A text is compared with all the places in the pattern
 * that it may have come to at once, so that the time grows with the text's length times the
 * pattern's, however many wildcards there are. Characters are Unicode's, so that {@code ?} is one
 * emoji too.
 */
public final class Glob {
  /**
   * One step.
   *
   * @param accepts the characters that it takes
   * @param repeats whether it takes any number of them, none included, instead of one
   * @param over how many steps may be left out from here on, this one included; 0 for none
   */
  private record Step(IntPredicate accepts, boolean repeats, int over) {}

  private final List<Step> steps;

  private Glob(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** A pattern that is built step by step. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether the pattern matches the whole of a text. */
  public boolean matches(String text) {
    Places now = new Places();
    Places next = new Places();
    now.add(0);
    for (int at = 0; at < text.length() && now.size > 0; ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      next.clear();
      for (int i = 0; i < now.size; i++) {
        int place = now.places[i];
        if (place < steps.size() && steps.get(place).accepts().test(c)) {
          next.add(steps.get(place).repeats() ? place : place + 1);
        }
      }
      Places swapped = now;
      now = next;
      next = swapped;
    }
    return now.holds(steps.size());
  }

  /** Numbers of steps, each once; the number behind the last step is the end. */
  private final class Places {
    private final int[] places = new int[steps.size() + 1];
    private final int[] generations = new int[steps.size() + 1];
    private int generation = 1;
    private int size;

    void clear() {
      generation++;
      size = 0;
    }

    boolean holds(int place) {
      return generations[place] == generation;
    }

    /** Adds a place, and those that are reached from it without a character. */
    void add(int place) {
      int looked = size;
      append(place);
      while (looked < size) {
        int at = places[looked++];
        if (at < steps.size()) {
          Step step = steps.get(at);
          if (step.repeats()) {
            append(at + 1);
          }
          if (step.over() > 0) {
            append(at + step.over());
          }
        }
      }
    }

    private void append(int place) {
      if (!holds(place)) {
        generations[place] = generation;
        places[size++] = place;
      }
    }
  }

  /** Collects the steps of a pattern. */
  public static final class Builder {
    private final List<Step> steps = new ArrayList<>();

    private Builder() {}

    /** One character. */
    public Builder one(IntPredicate accepts) {
      steps.add(new Step(accepts, false, 0));
      return this;
    }

    /** This character. */
    public Builder literal(int character) {
      return one(c -> c == character);
    }

    /** Any number of characters, none included. */
    public Builder many(IntPredicate accepts) {
      // A second one behind it would change nothing but the time.
      if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(new Step(accepts, true, 0))) {
        steps.add(new Step(accepts, true, 0));
      }
      return this;
    }

    /** Any text. */
    public Builder anything() {
      return many(any -> true);
    }

    /** Any number of directories, each with its {@code /}. */
    public Builder directories() {
      // Left out as a whole before anything of it was taken, not after.
      steps.add(new Step(none -> false, true, 3));
      return anything().literal('/');
    }

    /** Nothing, or a {@code /} and any text. */
    public Builder andBelow() {
      steps.add(new Step(c -> c == '/', false, 2));
      return anything();
    }

    /**
     * A set of characters as {@code fnmatch} writes it, from behind its {@code [}: {@code ab]},
     * {@code a-z]}, {@code !ab]}; a {@code ]} in front is one of its characters.
     *
     * @param within which characters can be meant at all
     * @return the offset behind the set; {@code from} if it is never closed, so that the bracket
     *     stands for itself
     */
    public int set(String pattern, int from, IntPredicate within) {
      boolean negated = pattern.startsWith("!", from);
      int start = negated ? from + 1 : from;
      int end = pattern.indexOf(']', start + 1);
      if (end < 0) {
        literal('[');
        return from;
      }
      IntPredicate members = members(pattern.substring(start, end).codePoints().toArray());
      one(c -> within.test(c) && members.test(c) != negated);
      return end + 1;
    }

    /** An empty range, such as {@code z-a}, has no member. */
    private static IntPredicate members(int[] set) {
      int[] ranges = new int[2 * set.length];
      int size = 0;
      for (int at = 0; at < set.length; at++) {
        boolean range = at + 2 < set.length && set[at + 1] == '-';
        ranges[size++] = set[at];
        at += range ? 2 : 0;
        ranges[size++] = set[at];
      }
      int[] all = Arrays.copyOf(ranges, size);
      return c -> {
        for (int at = 0; at < all.length; at += 2) {
          if (all[at] <= c && c <= all[at + 1]) {
            return true;
          }
        }
        return false;
      };
    }

    /** The pattern. */
    public Glob build() {
      return new Glob(steps);
    }
  }
}
