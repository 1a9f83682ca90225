package dev.loopscope.scaffold.cli;

import picocli.CommandLine.Model.OptionSpec;

/** An option of a command, as parsing, help and the README read it. */
interface Option {
  /** As it is typed: {@code --loop-scope}. */
  String word();

  /** What its value is called in help; empty if it takes none. */
  String label();

  /** What it does, in one line. */
  String summary();

  /** What holds when it is left out. */
  String fallback();

  /** Whether a value follows it. */
  default boolean takesValue() {
    return !label().isEmpty();
  }

  /** As picocli wants it. */
  default OptionSpec spec() {
    if (!takesValue()) {
      return OptionSpec.builder(word())
          .type(boolean.class)
          .arity("0")
          .description(summary())
          .build();
    }
    return OptionSpec.builder(word())
        .type(String.class)
        .arity("1")
        .paramLabel(label())
        .description(summary() + " (default: " + fallback() + ")")
        .build();
  }
}
