package dev.loopscope.scaffold.python.tree;

/** A constant. Each of these is a {@code Constant} in {@code ast}. */
public sealed interface Literal extends Expression {
  /** An integer, a float or an imaginary number, as it is written. */
  record NumberLiteral(int start, int end, String text) implements Literal {}

  /**
   * Text: one literal, or several that stand side by side. In an f-string, the text between two
   * fields.
   */
  record StringLiteral(int start, int end, String value) implements Literal {}

  /** Bytes, each as the character of the same number. */
  record BytesLiteral(int start, int end, String value) implements Literal {}

  /** A constant that has a name of its own. */
  record NamedConstant(int start, int end, Constant constant) implements Literal {}

  /** The constants that are names. */
  enum Constant {
    NONE,
    TRUE,
    FALSE,
    ELLIPSIS
  }
}
