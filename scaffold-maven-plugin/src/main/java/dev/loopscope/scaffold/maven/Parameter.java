package dev.loopscope.scaffold.maven;

import dev.loopscope.scaffold.cli.line.Option;

/**
 * What can be set of a goal: in a POM by its name, on Maven's command line by its property.
 *
 * @param name {@code loopScope}
 * @param typed what it is in scaffold's own messages: {@code --loop-scope}, {@code DIRECTORY}
 * @param description what it does, in one sentence
 * @param flag whether it is {@code true} or {@code false}
 */
record Parameter(String name, String typed, String description, boolean flag) {
  private static final String PREFIX = "scaffold.";

  /** The parameter of an option. */
  static Parameter of(Option option) {
    String description =
        option.summary() + (option.takesValue() ? " (default: " + option.fallback() + ")" : "");
    return new Parameter(
        camelCase(option.word()), option.word(), description, !option.takesValue());
  }

  /** The property that sets it: {@code scaffold.loopScope}. */
  String property() {
    return property(name);
  }

  /** The property that sets a parameter of this name. */
  static String property(String name) {
    return PREFIX + name;
  }

  /** Whether it is an option, and not what stands alone on the command line. */
  boolean isOption() {
    return typed.startsWith("--");
  }

  private static String camelCase(String option) {
    StringBuilder name = new StringBuilder();
    for (String word : option.substring("--".length()).split("-", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
