package dev.loopscope.scaffold.cli.doctor;

import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param topic what it is, in a word
 * @param found what is there
 * @param next what to do about it; empty if all is well
 */
record Diagnosis(String topic, String found, Optional<String> next) {
  /** All is well. */
  static Diagnosis well(String topic, String found) {
    return new Diagnosis(topic, found, Optional.empty());
  }

  /** Something is to be done. */
  static Diagnosis ill(String topic, String found, String next) {
    return new Diagnosis(topic, found, Optional.of(next));
  }

  boolean isIll() {
    return next.isPresent();
  }
}
