package dev.loopscope.scaffold.suite;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is found out at the first question, and once. Safe for several threads. */
final class Lazy<T> {
  private final Supplier<T> supplier;
  private volatile Optional<T> known = Optional.empty();

  Lazy(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  T get() {
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
