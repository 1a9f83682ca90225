package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;

/**
 * One requirement of a list.
 *
 * @param distribution its normal name
 * @param extras which of its extras are asked for, by normal name
 * @param exact whether it allows one version only
 * @param location where it is written: the requirement, or in a table the value behind the name
 */
public record StatedRequirement(
    String distribution, List<String> extras, boolean exact, Location location) {
  /** Keeps an unmodifiable copy. */
  public StatedRequirement {
    extras = List.copyOf(extras);
  }

  static StatedRequirement of(Requirement requirement, Location location) {
    return new StatedRequirement(
        requirement.distribution(),
        requirement.extras(),
        requirement.range().flatMap(it -> it.only()).isPresent(),
        location);
  }
}
