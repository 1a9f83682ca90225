package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.answers.value.Backend;
import java.util.List;

/**
 * On what a kind of resource can run.
 *
 * @param backends those it can run on
 * @param reason why it cannot run on the others, without a full stop; empty if there are none
 * @param pythons on which of them it needs a newer Python
 */
public record Limit(List<Backend> backends, String reason, List<PythonNeed> pythons) {
  /** It runs on every backend. */
  public static final Limit NONE = new Limit(Backend.ALL, "");

  /** Keeps unmodifiable copies. */
  public Limit {
    backends = List.copyOf(backends);
    pythons = List.copyOf(pythons);
  }

  /** A limit of backends only. */
  public Limit(List<Backend> backends, String reason) {
    this(backends, reason, List.of());
  }

  /** It runs on every backend, on one of them with a newer Python only. */
  static Limit of(PythonNeed need) {
    return new Limit(Backend.ALL, "", List.of(need));
  }

  /** Whether it can run on {@code backend}. */
  public boolean allows(Backend backend) {
    return backends.contains(backend);
  }
}
