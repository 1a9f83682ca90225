package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which plugins that run async code are loaded.
 *
 * @param pytestAsyncio whether pytest-asyncio may be; it is, unless the configuration blocks it
 * @param anyio whether anyio's plugin may be; it is wherever anyio is installed
 * @param anyioTakesLateMarks whether its version runs a test that a hook marks
 * @param strangers the other plugins that may run async tests, by the names of their distributions
 * @param trioMode whether pytest-trio takes every async test
 */
public record Plugins(
    boolean pytestAsyncio,
    boolean anyio,
    boolean anyioTakesLateMarks,
    List<String> strangers,
    boolean trioMode) {
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

  /**
   * What the code says that uses those of them that leave all other tests alone. asynctest is a
   * library of test cases; pytest-tornado runs what has its mark, and so does pytest-trio.
   */
  private static final Map<String, List<String>> USED_BY =
      Map.of(
          "asynctest",
          List.of("asynctest"),
          "pytest-tornado",
          List.of("gen_test", "add_marker"),
          PYTEST_TRIO,
          List.of("mark.trio", "pytest_trio", "add_marker"));

  /** Keeps an unmodifiable copy. */
  public Plugins {
    strangers = List.copyOf(strangers);
  }

  /** The plugins that a run with this configuration loads. */
  public static Plugins of(PytestConfig config, PluginVersions versions) {
    boolean anyioBlocked = config.blocks("anyio");
    boolean asyncioBlocked = config.blocks("asyncio") || config.blocks("pytest_asyncio");
    boolean trioMode =
        config.setting("trio_mode").filter(it -> !it.value().equalsIgnoreCase("false")).isPresent();
    return new Plugins(
        !asyncioBlocked,
        !anyioBlocked,
        versions.anyio().expected().filter(it -> !Feature.LATE_MARKS.isIn(it)).isEmpty(),
        STRANGERS.stream().filter(it -> versions.of(it).isPresent()).toList(),
        trioMode);
  }

  /**
   * The same without those that run nothing here, because nothing of them is used.
   *
   * @param says whether a file of the suite holds a text
   */
  public Plugins usedWhere(Predicate<String> says) {
    List<String> used =
        strangers.stream()
            .filter(
                it ->
                    !USED_BY.containsKey(it)
                        || (it.equals(PYTEST_TRIO) && trioMode)
                        || USED_BY.getOrDefault(it, List.of()).stream().anyMatch(says))
            .toList();
    return new Plugins(pytestAsyncio, anyio, anyioTakesLateMarks, used, trioMode);
  }

  /** Why another plugin may run async tests. */
  public Optional<String> stranger() {
    return strangers.stream().findFirst().map(it -> "`" + it + "` may run async tests, too");
  }

  /** Whether that plugin is pytest-trio, outside its trio mode: it runs tests with its own mark. */
  public boolean strangerTakesMarkedOnly() {
    return strangers.equals(List.of(PYTEST_TRIO)) && !trioMode;
  }
}
