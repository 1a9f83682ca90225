package dev.loopscope.scaffold.project;

import java.util.ArrayList;
import java.util.List;

/** Everything about a host that keeps a suite from living in it. */
public final class Obstacles {
  private Obstacles() {}

  /** Whether the host promises a Python that is older than any a suite is written for. */
  public static boolean promisesOlderPython(Host host) {
    return VersionObstacles.olderPython(host).isPresent();
  }

  /**
   * All of it, in the order in which it is told.
   *
   * @param isolated whether the suite brings a configuration of its own, so that the host's does
   *     not reach it
   */
  public static List<Obstacle> of(Host host, Guest guest, boolean isolated) {
    List<Obstacle> found = new ArrayList<>();
    found.addAll(new VersionObstacles(host, guest).find());
    found.addAll(new NameObstacles(host, guest).find());
    found.addAll(new FixtureObstacles(host, guest).find(isolated));
    if (!isolated) {
      found.addAll(new ConfigObstacles(host, guest).find());
      found.addAll(new HookObstacles(host, guest).find());
    }
    return List.copyOf(found);
  }
}
