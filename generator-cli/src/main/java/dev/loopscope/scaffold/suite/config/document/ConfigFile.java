package dev.loopscope.scaffold.suite.config.document;

import dev.loopscope.scaffold.python.source.SourceText;

/**
 * A file that holds configuration.
 *
 * @param path relative to the checked base, with {@code /}; a file above the base starts with
 *     {@code ../}
 * @param text what it holds
 */
public record ConfigFile(String path, SourceText text) {
  /** The last part of the path, such as {@code pyproject.toml}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether it is written in TOML rather than in INI. */
  public boolean toml() {
    return path.endsWith(".toml");
  }
}
