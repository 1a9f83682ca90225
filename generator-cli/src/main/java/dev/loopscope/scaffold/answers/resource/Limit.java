package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.answers.value.Backend;
import java.util.List;

/**
 * On what a kind of resource can run.
 *
 * @param backends those it can run on
 * @param reason why it cannot run on the others, without a full stop; empty if there are none
 */
public record Limit(List<Backend> backends, String reason) {
  /** It runs on every backend. */
  public static final Limit NONE = new Limit(Backend.ALL, "");

  /** Keeps an unmodifiable copy. */
  public Limit {
    backends = List.copyOf(backends);
  }

  /** Whether it can run on {@code backend}. */
  public boolean allows(Backend backend) {
    return backends.contains(backend);
  }
}
