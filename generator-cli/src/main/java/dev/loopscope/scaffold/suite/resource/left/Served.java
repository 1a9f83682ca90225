package dev.loopscope.scaffold.suite.resource.left;

import dev.loopscope.scaffold.suite.resource.value.KeptOnce;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Request;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an application does to answer a request.
 *
 * @param portal the client, if it runs the application on a loop of its own
 * @param waits what it waits for: shared variables, and what fixtures made
 * @param guarded what it waits for where a failure is caught
 * @param once what it makes if it is not there yet, keeps, and waits for
 * @param handler the function that does it all, if it is one, and given no more than the request
 */
public record Served(
    Request request,
    Optional<Part.Client> portal,
    Set<Part> waits,
    Set<Part> guarded,
    Set<KeptOnce> once,
    Optional<Part.Code> handler) {
  /** Keeps unmodifiable copies. */
  public Served {
    waits = Collections.unmodifiableSet(new LinkedHashSet<>(waits));
    guarded = Collections.unmodifiableSet(new LinkedHashSet<>(guarded));
    once = Collections.unmodifiableSet(new LinkedHashSet<>(once));
  }
}
