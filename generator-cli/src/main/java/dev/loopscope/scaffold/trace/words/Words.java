package dev.loopscope.scaffold.trace.words;

import dev.loopscope.scaffold.trace.TracedFixture;

/** Numbers, names and articles in what is said of a run. */
public final class Words {
  private Words() {}

  /** {@code 1 test}, or {@code 2 tests}. */
  public static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** The words with the article before them. */
  public static String article(String words) {
    boolean vowel = !words.isEmpty() && "aeio".indexOf(words.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + words;
  }

  /** A fixture with where it is. */
  public static String named(TracedFixture fixture) {
    return "`"
        + fixture.name()
        + "` ("
        + fixture.scope()
        + " fixture"
        + (fixture.at().isKnown() ? ", " + fixture.at().text() : "")
        + ")";
  }
}
