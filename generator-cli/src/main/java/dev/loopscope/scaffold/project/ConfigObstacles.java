package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.suite.config.AnyioMode;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.ShellPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a host's configuration keeps a suite from running. */
final class ConfigObstacles {
  private static final Set<Way> EITHER = Set.of(Way.ISOLATED, Way.OTHER_ARCHETYPE);
  private static final Set<Way> ISOLATED = Set.of(Way.ISOLATED);

  private final Host host;
  private final Guest guest;
  private final PytestConfig config;
  private final List<Obstacle> found = new ArrayList<>();

  ConfigObstacles(Host host, Guest guest) {
    this.host = host;
    this.guest = guest;
    this.config = host.config();
  }

  List<Obstacle> find() {
    config
        .unreadable()
        .forEach(
            it ->
                found.add(
                    new Obstacle(
                        it.what() + " cannot be read: " + it.why(),
                        List.of(it.location()),
                        "unknown",
                        "a configuration that can be read",
                        "what the suite would run under is not known",
                        ISOLATED)));
    blockedPlugin();
    modes();
    autoload();
    names();
    return found;
  }

  private List<Location> addopts() {
    return config.setting("addopts").map(Setting::location).stream().toList();
  }

  private void blockedPlugin() {
    List<String> names = guest.anyio() ? List.of("anyio") : List.of("asyncio", "pytest_asyncio");
    for (String name : names) {
      if (config.blocks(name)) {
        found.add(
            new Obstacle(
                "`-p no:" + name + "` keeps the plugin out that would run the suite",
                addopts(),
                "-p no:" + name,
                guest.plugin() + " loaded",
                "no async test of the suite would run",
                EITHER));
      }
    }
  }

  private void modes() {
    Optional<Setting> auto =
        config.asyncioModeSetting().filter(it -> it.value().strip().equals("auto"));
    boolean asyncioThere =
        host.versions().of("pytest-asyncio").isPresent()
            && !config.blocks("asyncio")
            && !config.blocks("pytest_asyncio");
    if (guest.anyio() && asyncioThere && auto.isPresent()) {
      found.add(
          new Obstacle(
              "pytest-asyncio takes every async test",
              List.of(auto.orElseThrow().location()),
              "asyncio_mode = auto",
              "asyncio_mode = strict",
              "the suite's tests would all run on asyncio, whatever backend their ids name",
              EITHER));
    }
    if (!guest.anyio() && config.anyioMode().is(AnyioMode.AUTO) && !config.blocks("anyio")) {
      found.add(
          new Obstacle(
              "anyio takes every async test",
              config.setting("anyio_mode").map(Setting::location).stream().toList(),
              "anyio_mode = auto",
              "anyio_mode = strict",
              "the suite's tests would not run on pytest-asyncio's loop",
              EITHER));
    }
    config
        .setting("trio_mode")
        .filter(it -> it.value().strip().equalsIgnoreCase("true"))
        .ifPresent(
            it ->
                found.add(
                    new Obstacle(
                        "pytest-trio takes every async test",
                        List.of(it.location()),
                        "trio_mode = true",
                        "trio_mode = false",
                        "the suite's tests would run on trio's runner",
                        ISOLATED)));
  }

  private void autoload() {
    Optional<Setting> addopts = config.setting("addopts");
    boolean off =
        addopts.filter(it -> it.value().contains("--disable-plugin-autoload")).isPresent();
    List<String> loaded = config.commandLine().loaded();
    boolean here =
        guest.anyio()
            ? loaded.contains("anyio") || loaded.contains("anyio.pytest_plugin")
            : loaded.contains("asyncio")
                || loaded.contains("pytest_asyncio")
                || loaded.contains("pytest_asyncio.plugin");
    if (off && !here) {
      found.add(
          new Obstacle(
              "plugins are loaded only where `-p` names them",
              addopts(),
              "--disable-plugin-autoload",
              guest.plugin() + " loaded",
              "no async test of the suite would run",
              ISOLATED));
    }
  }

  /** Suites whose files, classes or functions are not collected pass by being empty. */
  private void names() {
    boolean files =
        config.pythonFiles().stream()
            .anyMatch(it -> new ShellPattern(it).matches("test_entries.py"));
    boolean classes = config.pythonClasses().stream().anyMatch(it -> names(it, "TestEntries"));
    boolean functions = config.pythonFunctions().stream().anyMatch(it -> names(it, "test_entries"));
    missed(files, "python_files", "test_*.py", "files");
    missed(classes, "python_classes", "Test", "classes");
    missed(functions, "python_functions", "test", "tests");
  }

  private static boolean names(String pattern, String name) {
    return name.startsWith(pattern) || new ShellPattern(pattern).matches(name);
  }

  private void missed(boolean collected, String key, String ours, String what) {
    if (!collected) {
      config
          .setting(key)
          .ifPresent(
              it ->
                  found.add(
                      new Obstacle(
                          "pytest collects other " + what + " than the suite's",
                          List.of(it.location()),
                          key + " = " + it.value().replace('\n', ' '),
                          ours,
                          "no test of the suite would be collected",
                          ISOLATED)));
    }
  }
}
