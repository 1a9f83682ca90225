package dev.loopscope.scaffold.suite.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was read without running anything, or why it could not be.
 *
 * @param <T> what is read
 */
public sealed interface Reading<T> {
  /**
   * It is this, in every run.
   *
   * @param value what was read
   */
  record Known<T>(T value) implements Reading<T> {}

  /**
   * It may be anything.
   *
   * @param reason why, as a clause without a final full stop that names the code: {@code `scope` is
   *     computed}
   */
  record Unknown<T>(String reason) implements Reading<T> {}

  /** A known value. */
  static <T> Reading<T> known(T value) {
    return new Known<>(value);
  }

  /** No value, because of {@code reason}. */
  static <T> Reading<T> unknown(String reason) {
    return new Unknown<>(reason);
  }

  /** What {@code step} reads from each of these, in order; the first reason if one is unknown. */
  static <T, R> Reading<List<R>> all(
      List<T> values, Function<? super T, ? extends Reading<R>> step) {
    List<R> known = new ArrayList<>();
    for (T value : values) {
      Reading<R> read = step.apply(value);
      if (read instanceof Unknown<R> unknown) {
        return new Unknown<>(unknown.reason());
      }
      read.toOptional().ifPresent(known::add);
    }
    return new Known<>(List.copyOf(known));
  }

  /** Whether the value is known. */
  default boolean isKnown() {
    return this instanceof Known;
  }

  /** Whether the value is known to equal {@code expected}. */
  default boolean is(T expected) {
    return this instanceof Known<T> known && known.value().equals(expected);
  }

  /** The value if it is known. */
  default Optional<T> toOptional() {
    return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
  }

  /** What {@code step} makes of a known value; the same reason otherwise. */
  default <R> Reading<R> map(Function<? super T, ? extends R> step) {
    return flatMap(value -> new Known<>(step.apply(value)));
  }

  /** What {@code step} reads from a known value; the same reason otherwise. */
  default <R> Reading<R> flatMap(Function<? super T, ? extends Reading<R>> step) {
    if (this instanceof Unknown<T> unknown) {
      return new Unknown<>(unknown.reason());
    }
    return step.apply(((Known<T>) this).value());
  }
}
