package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import java.util.List;
import java.util.Optional;

/**
 * Which plugins that run async code are loaded.
 *
 * @param pytestAsyncio whether pytest-asyncio may be; it is, unless the configuration blocks it
 * @param anyio whether anyio's plugin may be; it is wherever anyio is installed
 * @param anyioTakesLateMarks whether its version runs a test that a hook marks
 * @param stranger why another plugin may run async tests
 * @param strangerTakesMarkedOnly whether that plugin is pytest-trio, outside its trio mode: it runs
 *     the tests with its own mark
 */
public record Plugins(
    boolean pytestAsyncio,
    boolean anyio,
    boolean anyioTakesLateMarks,
    Optional<String> stranger,
    boolean strangerTakesMarkedOnly) {
  private static final String PYTEST_TRIO = "pytest-trio";

  private static final List<String> STRANGERS =
      List.of(
          "alt-pytest-asyncio",
          "asynctest",
          "pytest-asyncio-cooperative",
          "pytest-homeassistant-custom-component",
          "pytest-tornado",
          "pytest-tornasync",
          PYTEST_TRIO,
          "pytest-twisted");

  /** The plugins that a run with this configuration loads. */
  public static Plugins of(PytestConfig config, PluginVersions versions) {
    boolean anyioBlocked = config.blocks("anyio");
    boolean asyncioBlocked = config.blocks("asyncio") || config.blocks("pytest_asyncio");
    List<String> strangers = STRANGERS.stream().filter(it -> versions.of(it).isPresent()).toList();
    boolean trioMode =
        config.setting("trio_mode").filter(it -> !it.value().equalsIgnoreCase("false")).isPresent();
    return new Plugins(
        !asyncioBlocked,
        !anyioBlocked,
        versions.anyio().expected().filter(it -> !Feature.LATE_MARKS.isIn(it)).isEmpty(),
        strangers.stream().findFirst().map(it -> "`" + it + "` may run async tests, too"),
        strangers.equals(List.of(PYTEST_TRIO)) && !trioMode);
  }
}
