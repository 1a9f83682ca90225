package dev.loopscope.scaffold.python.tree;

/** {@code and} and {@code or}. */
public enum BooleanOperator {
  AND,
  OR
}
