package dev.loopscope.scaffold.suite.resource.flow;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an application does to answer a request.
 *
 * @param portal the client, if it runs the application on a loop of its own
 * @param waits what it waits for: shared variables, and what fixtures made
 */
public record Served(Request request, Optional<Part.Client> portal, Set<Part> waits) {
  /** Keeps an unmodifiable copy. */
  public Served {
    waits = Collections.unmodifiableSet(new LinkedHashSet<>(waits));
  }
}
