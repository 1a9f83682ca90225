package dev.loopscope.scaffold.suite.module.name;

import java.util.Optional;

/**
 * Statements that run together or not at all, and when that is.
 *
 * @param outer the block around it; empty for the whole body of a module, class or function
 * @param start the offset from which on the text belongs to it
 * @param end the offset behind it
 * @param statementStart where the statement starts that it is a part of
 * @param statementEnd where that statement ends
 */
public record Block(
    Optional<Block> outer, Kind kind, int start, int end, int statementStart, int statementEnd) {
  /** When a block runs. */
  public enum Kind {
    /** Once, as a whole. */
    BODY,
    /** If no other branch of its statement does. */
    BRANCH,
    /** Any number of times. */
    LOOP,
    /** Up to an exception. */
    ATTEMPT,
    /** If an import failed. */
    FALLBACK,
    /** Never when the module is imported. */
    NEVER,
    /** Unknown: the statement could not be read. */
    UNREADABLE
  }

  /** The whole body of a module, class or function. */
  static Block body() {
    return new Block(Optional.empty(), Kind.BODY, 0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
  }

  /** Whether who stands at an offset has seen this block run; the end of everything is no place. */
  boolean contains(int offset) {
    return kind == Kind.BODY || (start <= offset && offset < end);
  }

  /** Whether it is, or stands in, a block of a kind. */
  public boolean isIn(Kind wanted) {
    Optional<Block> block = Optional.of(this);
    while (block.isPresent()) {
      if (block.orElseThrow().kind == wanted) {
        return true;
      }
      block = block.orElseThrow().outer;
    }
    return false;
  }

  /**
   * Whether a loop around it also holds the offset, so that what is later in the text ran before.
   */
  boolean loopsOver(int offset) {
    Optional<Block> block = Optional.of(this);
    while (block.isPresent()) {
      if (block.orElseThrow().kind == Kind.LOOP && block.orElseThrow().contains(offset)) {
        return true;
      }
      block = block.orElseThrow().outer;
    }
    return false;
  }

  /** Whether the offset stands in another branch of the same statement. */
  boolean excludes(int offset) {
    Optional<Block> block = Optional.of(this);
    while (block.isPresent()) {
      Block it = block.orElseThrow();
      boolean sameStatement = it.statementStart <= offset && offset < it.statementEnd;
      if (it.kind == Kind.BRANCH && sameStatement && !it.contains(offset)) {
        return true;
      }
      block = it.outer;
    }
    return false;
  }
}
