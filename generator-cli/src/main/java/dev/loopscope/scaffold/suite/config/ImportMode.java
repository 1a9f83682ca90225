package dev.loopscope.scaffold.suite.config;

/** How pytest imports test files: its option {@code --import-mode}. */
public enum ImportMode {
  /** Puts the file's root at the start of {@code sys.path}; the default. */
  PREPEND,
  /** Puts the file's root at the end of {@code sys.path}. */
  APPEND,
  /** Changes {@code sys.path} not at all. */
  IMPORTLIB
}
