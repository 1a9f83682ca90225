package dev.loopscope.scaffold.suite.config.version;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.Optional;

/**
 * The version of a distribution that a suite is judged with, and why that one.
 *
 * @param from the statement that decides it; absent if none does
 * @param newest whether it is the newest that the statements allow, and not one that they name
 * @param asked whether the command asked for it
 */
public record Assumption(
    String distribution, Version version, Optional<Location> from, boolean newest, boolean asked) {
  /** Why that one, such as {@code requirements.txt:38}. */
  public String why() {
    if (asked) {
      return "as asked for";
    }
    // A directory has no lines.
    String place =
        from.map(it -> it.path() + (it.text().text().isEmpty() ? "" : ":" + it.line())).orElse("");
    if (!newest) {
      return place;
    }
    return place.isEmpty() ? "the newest" : "the newest for " + place;
  }
}
