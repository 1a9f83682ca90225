package dev.loopscope.scaffold.python.tree;

/** Operators of two operands that make a new value. */
public enum BinaryOperator {
  ADD,
  SUBTRACT,
  MULTIPLY,
  MATRIX_MULTIPLY,
  DIVIDE,
  FLOOR_DIVIDE,
  MODULO,
  POWER,
  LEFT_SHIFT,
  RIGHT_SHIFT,
  BIT_OR,
  BIT_XOR,
  BIT_AND
}
