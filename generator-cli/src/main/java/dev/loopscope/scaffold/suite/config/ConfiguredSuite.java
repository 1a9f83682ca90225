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
 * @param unread options of the plugins that run async tests, where pytest does not look
 * @param modeOnACommandLine whether a file from which pytest may be started gives it a mode, while
 *     the configuration does not
 */
public record ConfiguredSuite(
    PytestConfig config,
    PluginVersions versions,
    List<String> files,
    EntryPoints entryPoints,
    List<UnreadSetting> unread,
    boolean modeOnACommandLine) {
  /** Keeps unmodifiable copies. */
  public ConfiguredSuite {
    files = List.copyOf(files);
    unread = List.copyOf(unread);
  }
}
