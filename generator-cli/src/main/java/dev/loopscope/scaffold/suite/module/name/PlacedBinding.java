package dev.loopscope.scaffold.suite.module.name;

/**
 * A binding where it stands.
 *
 * @param from the offset from which on it holds
 * @param block the innermost block it stands in
 */
public record PlacedBinding(Binding binding, int from, Block block) {
  /** Whether it may have been made when the code at an offset runs. */
  boolean reaches(int offset) {
    return (from <= offset || block.loopsOver(offset)) && !block.excludes(offset);
  }

  /** Whether it was made for sure when the code at an offset runs. */
  boolean dominates(int offset) {
    return from <= offset && block.contains(offset);
  }
}
