package dev.loopscope.scaffold.suite.config.document;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The virtual environments that are read beside a project's own {@code .venv}. Nothing in them is
 * run.
 *
 * @param chosen the one that was asked for; what is installed there counts before anything stated
 * @param active the one that the shell is in; it counts where a project has none of its own
 */
public record Environments(Optional<Path> chosen, Optional<Path> active) {
  /** No other one. */
  public static final Environments NONE = new Environments(Optional.empty(), Optional.empty());
}
