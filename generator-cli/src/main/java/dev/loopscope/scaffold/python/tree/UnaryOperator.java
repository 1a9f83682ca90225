package dev.loopscope.scaffold.python.tree;

/** Operators of one operand. */
public enum UnaryOperator {
  NOT,
  MINUS,
  PLUS,
  INVERT
}
