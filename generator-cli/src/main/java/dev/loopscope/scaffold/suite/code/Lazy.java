package dev.loopscope.scaffold.suite.code;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is found out at the first question, and once. Safe for several threads. */
public final class Lazy<T> {
  private final Supplier<T> supplier;
  private volatile Optional<T> known = Optional.empty();

  /** A value that {@code supplier} gives when it is first asked for. */
  public Lazy(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  /** The value. */
  public T get() {
    if (known.isEmpty()) {
      synchronized (this) {
        if (known.isEmpty()) {
          known = Optional.of(supplier.get());
        }
      }
    }
    return known.orElseThrow();
  }
}
