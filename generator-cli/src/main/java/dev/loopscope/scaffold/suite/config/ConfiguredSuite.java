package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import java.util.List;

/**
 * The files that one configuration owns.
 *
 * @param config of pytest
 * @param versions that the project around it allows
 * @param files the paths of the files, relative to the checked base, in the order they were asked
 *     for
 * @param entryPoints the pytest plugins that the project itself declares
 */
public record ConfiguredSuite(
    PytestConfig config, PluginVersions versions, List<String> files, EntryPoints entryPoints) {
  /** Keeps an unmodifiable copy. */
  public ConfiguredSuite {
    files = List.copyOf(files);
  }
}
