package dev.loopscope.scaffold.suite;

import java.util.List;
import java.util.Optional;

/**
 * The fixtures that are set up for a test or for a fixture.
 *
 * @param fixtures those that the project defines, in the order in which pytest sets them up: wider
 *     scopes first, and otherwise as they are requested. A fixture that overrides another one and
 *     requests it stands before the one it overrides
 * @param names every name of pytest's closure in that order: project fixtures, fixtures of pytest
 *     and of known plugins, direct parameters and what is unknown
 * @param provided the names that pytest or a known plugin provides
 * @param direct the names that {@code parametrize} gives a value to directly
 * @param dynamic the names that are requested only by {@code request.getfixturevalue} with a
 *     literal, or by a lazy fixture among the parameters; they come last, and {@code names} is
 *     without them and what only they request
 * @param unknown the names whose fixture could not be found or read, or stands in a plugin that is
 *     not known; {@code getfixturevalue} if one is requested by a name that is computed
 */
public record Closure(
    List<Fixture> fixtures,
    List<String> names,
    List<String> provided,
    List<String> direct,
    List<String> dynamic,
    List<String> unknown) {
  /** Stands among the unknown names for those that are computed. */
  static final String COMPUTED = "getfixturevalue";

  /** Keeps unmodifiable copies. */
  public Closure {
    fixtures = List.copyOf(fixtures);
    names = List.copyOf(names);
    provided = List.copyOf(provided);
    direct = List.copyOf(direct);
    dynamic = List.copyOf(dynamic);
    unknown = List.copyOf(unknown);
  }

  /** Whether every name of it is known, so that what is not in it is not requested. */
  public boolean complete() {
    return unknown.isEmpty();
  }

  /** Whether a fixture of the project or of a plugin, or a parameter, has this name in it. */
  public boolean has(String name) {
    return names.contains(name) || dynamic.contains(name);
  }

  /** The project's fixture that the name stands for: the nearest one, if it overrides others. */
  public Optional<Fixture> fixture(String name) {
    return fixtures.stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
