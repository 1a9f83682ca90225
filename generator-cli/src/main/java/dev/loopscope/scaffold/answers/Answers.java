package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.Optional;

/**
 * Everything a suite is made from. Equal answers make equal bytes.
 *
 * @param name the distribution name, and the artifactId where there are coordinates
 * @param packageName the import name
 * @param archetype the model the suite follows
 * @param backends what the tests run on
 * @param loopScope how much of a run shares a loop and the resource
 * @param resource the shared resource's name
 * @param python the oldest Python promised
 * @param hypothesis whether there are property-based tests
 * @param ci the service a workflow is written for
 * @param maven the coordinates of a {@code pom.xml}; none without one
 */
public record Answers(
    DistributionName name,
    ImportName packageName,
    Archetype archetype,
    Backends backends,
    LoopScope loopScope,
    ResourceName resource,
    PythonFloor python,
    boolean hypothesis,
    Ci ci,
    Optional<MavenCoordinates> maven) {

  /**
   * Validates what no single answer can.
   *
   * @throws RefusalException if the archetype cannot run the backends
   */
  public Answers {
    DecisionMatrix.requireRunnable(archetype, backends);
  }
}
