package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.Primary.Call;
import java.util.Map;

/**
 * What was done with what a call gave, before it was handed on.
 *
 * @param manner whether it was awaited or entered
 * @param methods which of its methods were called, with one call of each
 */
public record Opening(Manner manner, Map<String, Call> methods) {
  /** It was only called. */
  public static final Opening CALLED = new Opening(Manner.CALLED, Map.of());

  public Opening {
    methods = Map.copyOf(methods);
  }

  /** The same, in another manner. */
  public Opening in(Manner other) {
    return new Opening(other, methods);
  }

  /** What is done with the result of a call. */
  public enum Manner {
    CALLED("call"),
    AWAITED("await"),
    ENTERED("with"),
    ENTERED_ASYNC("async with"),
    DECORATING("decorator");

    private final String word;

    Manner(String word) {
      this.word = word;
    }
  }

  /** Whether a line of the catalogue is about objects that one of the methods starts. */
  boolean isStarting(CatalogueLine line) {
    return methods.keySet().stream().anyMatch(it -> line.made().contains("." + it + "()"));
  }

  /** Whether a line of the catalogue is about objects that were made in this manner. */
  boolean isOf(CatalogueLine line) {
    return line.made().contains(manner.word);
  }
}
