package dev.loopscope.scaffold.execution.matrix;

import java.util.Locale;

/** Which versions of what a suite requires are installed. */
public enum Pins {
  /** The oldest that its {@code pyproject.toml} lets in. */
  OLDEST,
  /** The newest that can be had. */
  NEWEST;

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
