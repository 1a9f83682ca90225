package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import java.nio.file.Path;
import java.util.List;

/**
 * A repository with tests, as far as a suite that comes to live in it is concerned.
 *
 * @param directory the project's: absolute, and the base of {@code files}
 * @param project the one of its projects that the tests belong to, relative to the directory: a
 *     member of a workspace; empty for the directory itself
 * @param tests where its tests are
 * @param config what pytest reads for a module in that directory
 * @param versions what the project allows there
 * @param models its suites
 * @param lists what it says is installed
 * @param installer what installs it
 * @param use what its async tests run on
 */
public record Host(
    Path directory,
    ConfigFiles files,
    String project,
    TestDirectory tests,
    PytestConfig config,
    PluginVersions versions,
    List<SuiteModel> models,
    List<RequirementList> lists,
    Installer installer,
    HostRunners use) {
  /** Keeps unmodifiable copies. */
  public Host {
    models = List.copyOf(models);
    lists = List.copyOf(lists);
  }

  /** The directory of the project that the tests belong to. */
  public Path projectDirectory() {
    return directory.resolve(project);
  }

  /** A path as it is from the project that the tests belong to. */
  public String fromProject(String path) {
    return project.isEmpty() || !path.startsWith(project + "/")
        ? path
        : path.substring(project.length() + 1);
  }
}
