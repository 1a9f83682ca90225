package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fact about a repository that a suite cannot live with.
 *
 * @param what the fact, as a sentence without a full stop
 * @param places where it stands; none if it is nowhere in particular
 * @param theirs what the repository says
 * @param ours what the suite needs
 * @param consequence what would happen, as a sentence without a full stop
 * @param ways what gets around it
 */
public record Obstacle(
    String what,
    List<Location> places,
    String theirs,
    String ours,
    String consequence,
    Set<Way> ways) {
  /** Keeps unmodifiable copies. */
  public Obstacle {
    places = List.copyOf(places);
    ways = Set.copyOf(ways);
  }

  /** What gets around an obstacle. */
  public enum Way {
    /** A configuration of the suite's own, and a run of its own. */
    ISOLATED,
    /** The other archetype. */
    OTHER_ARCHETYPE,
    /** The pin is raised. */
    ACCEPT_PIN,
    /** A newer Python is promised for the suite than for the project. */
    PYTHON,
    /** The requirements go into another list, or nowhere. */
    ELSEWHERE,
    /** The suite is called otherwise. */
    NAME
  }

  /** The first place. */
  public Optional<Location> place() {
    return places.stream().findFirst();
  }
}
