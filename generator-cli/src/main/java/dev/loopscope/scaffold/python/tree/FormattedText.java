package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Text that is put together at run time: f-strings and t-strings. */
public sealed interface FormattedText extends Expression {
  /**
   * An f-string, with all string literals beside it, or a format specification. Its values are
   * {@link Literal.StringLiteral} and {@link FormattedValue}.
   */
  record JoinedStr(int start, int end, List<Expression> values) implements FormattedText {
    /** Keeps unmodifiable copies. */
    public JoinedStr {
      values = List.copyOf(values);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      values.forEach(visitor);
    }
  }

  /** A replacement field of an f-string, braces included. */
  record FormattedValue(
      int start, int end, Expression value, Conversion conversion, Optional<JoinedStr> formatSpec)
      implements FormattedText {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
      formatSpec.ifPresent(visitor);
    }
  }

  /**
   * A t-string, with all t-strings beside it. Its values are {@link Literal.StringLiteral} and
   * {@link Interpolation}.
   */
  record TemplateStr(int start, int end, List<Expression> values) implements FormattedText {
    /** Keeps unmodifiable copies. */
    public TemplateStr {
      values = List.copyOf(values);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      values.forEach(visitor);
    }
  }

  /** A replacement field of a t-string; {@code text} is its expression as written. */
  record Interpolation(
      int start,
      int end,
      Expression value,
      String text,
      Conversion conversion,
      Optional<JoinedStr> formatSpec)
      implements FormattedText {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
      formatSpec.ifPresent(visitor);
    }
  }

  /** What a field does to its value before it is formatted. */
  enum Conversion {
    NONE,
    STR,
    REPR,
    ASCII
  }
}
