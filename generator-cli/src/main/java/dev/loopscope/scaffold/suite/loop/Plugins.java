package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import java.util.List;
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
    List<String> used = strangers.stream().filter(it -> isUsed(it, says)).toList();
    return new Plugins(pytestAsyncio, anyio, anyioTakesLateMarks, used, trioMode);
  }

  /**
   * Whether the code uses a plugin, of those that leave all other tests alone. asynctest is a
   * library of test cases and of mocks, pytest-tornado runs what has its mark, and so does
   * pytest-trio.
   */
  private boolean isUsed(String plugin, Predicate<String> says) {
    return switch (plugin) {
      case "asynctest" -> says.test("asynctest") && says.test("TestCase");
      case "pytest-tornado" -> says.test("gen_test") || says.test("add_marker");
      case PYTEST_TRIO ->
          trioMode || says.test("mark.trio") || says.test("pytest_trio") || says.test("add_marker");
      default -> true;
    };
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
