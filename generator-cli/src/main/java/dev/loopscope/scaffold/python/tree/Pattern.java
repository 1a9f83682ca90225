package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a {@code case} matches (PEP 634). */
public sealed interface Pattern extends Node {
  /** A literal or a dotted name, compared by {@code ==}. */
  record MatchValue(int start, int end, Expression value) implements Pattern {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
    }
  }

  /** {@code None}, {@code True} or {@code False}, compared by {@code is}. */
  record MatchSingleton(int start, int end, Literal.Constant constant) implements Pattern {}

  /** {@code [a, b, *rest]}, with any brackets or none. */
  record MatchSequence(int start, int end, List<Pattern> patterns) implements Pattern {
    /** Keeps unmodifiable copies. */
    public MatchSequence {
      patterns = List.copyOf(patterns);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      patterns.forEach(visitor);
    }
  }

  /** <code>{key: pattern, **rest}</code>. */
  record MatchMapping(
      int start, int end, List<Expression> keys, List<Pattern> patterns, Optional<String> rest)
      implements Pattern {
    /** Keeps unmodifiable copies. */
    public MatchMapping {
      keys = List.copyOf(keys);
      patterns = List.copyOf(patterns);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      keys.forEach(visitor);
      patterns.forEach(visitor);
    }
  }

  /** {@code type(pattern, name=pattern)}. */
  record MatchClass(
      int start,
      int end,
      Expression type,
      List<Pattern> patterns,
      List<String> keywordNames,
      List<Pattern> keywordPatterns)
      implements Pattern {
    /** Keeps unmodifiable copies. */
    public MatchClass {
      patterns = List.copyOf(patterns);
      keywordNames = List.copyOf(keywordNames);
      keywordPatterns = List.copyOf(keywordPatterns);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(type);
      patterns.forEach(visitor);
      keywordPatterns.forEach(visitor);
    }
  }

  /** {@code *name} in a sequence; {@code *_} has no name. */
  record MatchStar(int start, int end, Optional<String> name) implements Pattern {}

  /** {@code pattern as name}, a bare {@code name}, or {@code _}, without either. */
  record MatchAs(int start, int end, Optional<Pattern> pattern, Optional<String> name)
      implements Pattern {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      pattern.ifPresent(visitor);
    }
  }

  /** {@code a | b}. */
  record MatchOr(int start, int end, List<Pattern> patterns) implements Pattern {
    /** Keeps unmodifiable copies. */
    public MatchOr {
      patterns = List.copyOf(patterns);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      patterns.forEach(visitor);
    }
  }

  /** A case, from its first word to its colon, that could not be read. */
  record OpaquePattern(int start, int end, String reason) implements Pattern {}
}
