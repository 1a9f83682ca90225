package dev.loopscope.scaffold.sample.inner;

import dev.loopscope.scaffold.sample.Outer;
import java.util.Optional;

/** The other half. */
public record Inner(Optional<Outer> outer) {
  /** One that stands alone. */
  public static Inner alone() {
    return new Inner(Optional.<Outer>empty());
  }

  /** What it is in. */
  public Outer around() {
    return new Outer(this);
  }
}
