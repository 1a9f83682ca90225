package dev.loopscope.scaffold.check.report;

/** Numbers in front of nouns. */
final class Count {
  private Count() {}

  /** {@code 1 file}, {@code 2 files}. */
  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
