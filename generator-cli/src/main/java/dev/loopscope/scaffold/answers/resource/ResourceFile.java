package dev.loopscope.scaffold.answers.resource;

import java.util.Optional;

/**
 * A file that a kind of resource adds to a suite.
 *
 * @param template path below the folder of the kind's templates; a folder called after an archetype
 *     is for that archetype alone
 * @param target path in the suite
 * @param flag the flag of templates that has to be set; none: it is always written
 */
public record ResourceFile(String template, String target, Optional<String> flag) {
  /** A file that is in every suite with such a resource, whatever its archetype. */
  public static ResourceFile of(String target) {
    return new ResourceFile(target, target, Optional.empty());
  }

  /** The same, with a template for each archetype in the folder of its own. */
  static ResourceFile in(String archetype, String target) {
    return new ResourceFile(archetype + "/" + target, target, Optional.empty());
  }

  /** The same, if a flag of templates is set. */
  ResourceFile onlyIf(String name) {
    return new ResourceFile(template, target, Optional.of(name));
  }
}
