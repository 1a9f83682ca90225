package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.Comparator;

/**
 * Something in a suite that could not be resolved without running it, so nothing is said about it.
 *
 * @param location where it stands
 * @param what the thing, with its name in backticks: "the marks of `test_pool`"
 * @param why the reason: "`pytestmark` is set in a loop"
 */
public record UnknownPart(Location location, String what, String why)
    implements Comparable<UnknownPart> {
  private static final Comparator<UnknownPart> ORDER =
      Comparator.comparing((UnknownPart part) -> part.location().path())
          .thenComparingInt(part -> part.location().start())
          .thenComparing(UnknownPart::what)
          .thenComparing(UnknownPart::why);

  @Override
  public int compareTo(UnknownPart other) {
    return ORDER.compare(this, other);
  }
}
