package dev.loopscope.scaffold.python.tree;

/** Operators that compare. */
public enum ComparisonOperator {
  EQUAL,
  NOT_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  IS,
  IS_NOT,
  IN,
  NOT_IN
}
