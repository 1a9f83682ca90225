package dev.loopscope.scaffold.suite.config.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of versions: what specifiers such as {@code >=0.23,!=1.0,<2} let through, and what sets of
 * them have in common. Pre-releases of 1.0 count with 1.0: {@code >=1.0} holds them, {@code <1.0}
 * does not. Immutable.
 */
public final class VersionRange {
  private static final VersionRange ALL =
      new VersionRange(List.of(new Interval(Cut.LOWEST, Cut.HIGHEST)));
  private static final VersionRange NONE = new VersionRange(List.of());

  /** From one cut to a higher one. */
  record Interval(Cut low, Cut high) {}

  /** In order, and with a gap between each and the next. */
  private final List<Interval> intervals;

  private VersionRange(List<Interval> intervals) {
    this.intervals = List.copyOf(intervals);
  }

  /** Every version. */
  public static VersionRange all() {
    return ALL;
  }

  /** No version. */
  public static VersionRange none() {
    return NONE;
  }

  /**
   * A range that is written out in the product, such as {@code >=0.24,<1.0}.
   *
   * @throws IllegalArgumentException if PEP 440 does not know the text
   */
  public static VersionRange of(String specifiers) {
    return parse(specifiers)
        .orElseThrow(() -> new IllegalArgumentException("'" + specifiers + "' is no range"));
  }

  /** What specifiers let through, if PEP 440 knows them; all versions if there are none. */
  public static Optional<VersionRange> parse(String specifiers) {
    return Specifiers.parse(specifiers);
  }

  static VersionRange between(Cut low, Cut high) {
    return low.compareTo(high) < 0 ? new VersionRange(List.of(new Interval(low, high))) : NONE;
  }

  /** Whether no version is in it. */
  public boolean isEmpty() {
    return intervals.isEmpty();
  }

  /** Whether every version is in it. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** Whether a version is in it. */
  public boolean contains(Version version) {
    Cut place = Cut.below(version);
    return intervals.stream()
        .anyMatch(it -> it.low().compareTo(place) <= 0 && place.compareTo(it.high()) < 0);
  }

  /** Whether every version of {@code other} is in it. */
  public boolean containsAll(VersionRange other) {
    return other.minus(this).isEmpty();
  }

  /** Whether it has a version in common with {@code other}. */
  public boolean overlaps(VersionRange other) {
    return !intersect(other).isEmpty();
  }

  /** The versions that are in both. */
  public VersionRange intersect(VersionRange other) {
    List<Interval> common = new ArrayList<>();
    int here = 0;
    int there = 0;
    while (here < intervals.size() && there < other.intervals.size()) {
      Interval left = intervals.get(here);
      Interval right = other.intervals.get(there);
      Cut low = left.low().compareTo(right.low()) > 0 ? left.low() : right.low();
      boolean leftEndsFirst = left.high().compareTo(right.high()) < 0;
      Cut high = leftEndsFirst ? left.high() : right.high();
      if (low.compareTo(high) < 0) {
        common.add(new Interval(low, high));
      }
      if (leftEndsFirst) {
        here++;
      } else {
        there++;
      }
    }
    return new VersionRange(common);
  }

  /** The versions that are in each of several ranges; every version if there are none. */
  static VersionRange ofAll(List<VersionRange> ranges) {
    if (ranges.isEmpty()) {
      return ALL;
    }
    // By halves: one by one, ten thousand `!=` would be compared with each other.
    List<VersionRange> left = ranges;
    while (left.size() > 1) {
      List<VersionRange> pairs = new ArrayList<>();
      for (int at = 0; at < left.size(); at += 2) {
        boolean alone = at + 1 == left.size();
        pairs.add(alone ? left.get(at) : left.get(at).intersect(left.get(at + 1)));
      }
      left = pairs;
    }
    return left.get(0);
  }

  /** The versions that are not in it. */
  public VersionRange complement() {
    List<Interval> gaps = new ArrayList<>();
    Cut from = Cut.LOWEST;
    for (Interval interval : intervals) {
      if (from.compareTo(interval.low()) < 0) {
        gaps.add(new Interval(from, interval.low()));
      }
      from = interval.high();
    }
    if (from.compareTo(Cut.HIGHEST) < 0) {
      gaps.add(new Interval(from, Cut.HIGHEST));
    }
    return new VersionRange(gaps);
  }

  /** The versions that are in either. */
  public VersionRange union(VersionRange other) {
    return complement().intersect(other.complement()).complement();
  }

  /** The versions of it that are not in {@code other}. */
  public VersionRange minus(VersionRange other) {
    return intersect(other.complement());
  }

  /** The version that it starts at or just above; absent if it has no lower end. */
  public Optional<Version> floor() {
    return intervals.isEmpty()
        ? Optional.empty()
        : intervals.get(0).low().version().map(Specifiers::printed);
  }

  /** The version that it ends at or just below; absent if it has no upper end. */
  public Optional<Version> ceiling() {
    return intervals.isEmpty()
        ? Optional.empty()
        : intervals.get(intervals.size() - 1).high().version().map(Specifiers::printed);
  }

  /** The one version that it holds, if it is one. */
  public Optional<Version> only() {
    Optional<Version> floor = floor();
    return floor.isPresent() && floor.equals(ceiling()) ? floor : Optional.empty();
  }

  List<Interval> intervals() {
    return intervals;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionRange range && intervals.equals(range.intervals);
  }

  @Override
  public int hashCode() {
    return intervals.hashCode();
  }

  /**
   * The range as specifiers, such as {@code >=0.24,<1.0}; ranges with gaps are joined with {@code
   * or}, all versions are {@code any}, no version is {@code none}.
   */
  @Override
  public String toString() {
    return Specifiers.print(this);
  }
}
