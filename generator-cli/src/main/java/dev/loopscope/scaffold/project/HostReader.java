package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.TestDirectories.TestModule;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementLists;
import dev.loopscope.scaffold.suite.FoundSuite;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.SuiteSearch;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.ConfigReader;
import dev.loopscope.scaffold.suite.config.ConfiguredSuite;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.stated.ProjectVersions;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.config.version.VersionSolver;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a repository. Nothing of it is run. */
public final class HostReader {
  /** A module that is not there: which configuration would own it is what is asked. */
  private static final String ANY_MODULE = "scaffold_asks/test_any.py";

  private final ConfigFiles files;

  /** Of the project at the base of these files. */
  public HostReader(ConfigFiles files) {
    this.files = files;
  }

  /**
   * Reads it.
   *
   * @param testDirectory where its tests are, if that was said
   */
  public Host read(Optional<String> testDirectory) {
    List<SuiteModel> models =
        new SuiteSearch(List.of(files.base()), files)
            .suites(AskedVersions.NONE).stream().map(FoundSuite::model).toList();
    TestDirectory tests =
        testDirectory
            .map(it -> new TestDirectory(it, "", List.of(), List.of()))
            .orElseGet(
                () ->
                    new TestDirectories(files, modules(models))
                        .find(configured(ANY_MODULE).config()));
    ConfiguredSuite configured = configured(tests.join(ANY_MODULE));
    String project = new OwningProject(files).of(tests.path());
    List<RequirementList> lists = lists(project);
    return new Host(
        files.base(),
        files,
        project,
        tests,
        configured.config(),
        project.isEmpty() ? configured.versions() : versions(project),
        models,
        lists,
        Installer.of(files.base().resolve(project), files, lists),
        new RunnerEvidence(models, configured.config(), lists, tests.path()).find());
  }

  /** Of a member: what it says itself, and what the workspace around it does. */
  private PluginVersions versions(String project) {
    return new ProjectVersions(files, AskedVersions.NONE, new VersionSolver())
        .of(files.base().resolve(project));
  }

  /** A member's own lists come first. */
  private List<RequirementList> lists(String project) {
    List<RequirementList> lists = new ArrayList<>();
    if (!project.isEmpty()) {
      lists.addAll(RequirementLists.in(files.base().resolve(project), files));
    }
    lists.addAll(RequirementLists.in(files.base(), files));
    return lists;
  }

  private ConfiguredSuite configured(String path) {
    return new ConfigReader(files, AskedVersions.NONE, new VersionSolver())
        .suites(List.of(path))
        .get(0);
  }

  private static List<TestModule> modules(List<SuiteModel> models) {
    Map<String, List<Test>> byPath = new TreeMap<>();
    for (SuiteModel model : models) {
      for (Test test : model.collected()) {
        byPath.computeIfAbsent(test.collectedIn().path(), path -> new ArrayList<>()).add(test);
      }
    }
    List<TestModule> modules = new ArrayList<>();
    byPath.forEach(
        (path, tests) -> {
          Location first =
              tests.get(0).collectedIn().location(tests.get(0).collectedIn().tree().module());
          Location top = new Location(path, first.text(), 0, 0);
          modules.add(
              new TestModule(path, top, (int) tests.stream().filter(Test::isAsync).count()));
        });
    return modules;
  }
}
