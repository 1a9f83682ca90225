package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.WrittenRequirement;
import java.util.List;
import java.util.Optional;

/**
 * The suite that comes to live in a repository, as far as the repository is concerned.
 *
 * @param anyio whether anyio runs it; pytest-asyncio otherwise
 * @param requirements what it needs to be installed
 * @param path its directory, relative to the project
 * @param packageName its own name, the last part of the path
 * @param place the list that its requirements go into, if there is one
 * @param pythonAsked whether its oldest Python was said, whatever the project promises
 */
public record Guest(
    boolean anyio,
    List<WrittenRequirement> requirements,
    String path,
    String packageName,
    Optional<RequirementList> place,
    boolean pythonAsked) {
  /** Keeps an unmodifiable copy. */
  public Guest {
    requirements = List.copyOf(requirements);
  }

  /** The plugin that runs its tests. */
  public String plugin() {
    return anyio ? "anyio" : "pytest-asyncio";
  }
}
