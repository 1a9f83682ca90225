package dev.loopscope.scaffold.python.tree;

/** How a parameter gets its argument, in the words of Python's {@code inspect}. */
public enum ParameterKind {
  POSITIONAL_ONLY,
  POSITIONAL_OR_KEYWORD,
  VAR_POSITIONAL,
  KEYWORD_ONLY,
  VAR_KEYWORD
}
