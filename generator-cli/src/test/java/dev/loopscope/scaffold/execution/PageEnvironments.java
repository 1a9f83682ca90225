package dev.loopscope.scaffold.execution;

import java.util.List;
import java.util.Map;

/** The environments that the pages of rules name, with their exact pins. */
final class PageEnvironments {
  private static final String TRIO = "trio==0.35.0";
  private static final String HYPOTHESIS = "hypothesis==6.170.15";
  private static final Map<String, List<String>> REQUIREMENTS =
      Map.ofEntries(
          Map.entry(
              "newest",
              List.of(
                  "pytest==9.2.0",
                  "pytest-asyncio==1.5.0",
                  "anyio==4.16.0",
                  TRIO,
                  HYPOTHESIS,
                  "aiohttp==3.14.5",
                  "httpx==0.28.1",
                  "starlette==1.10.0")),
          Map.entry("anyio-newest", List.of("pytest==9.2.0", "anyio==4.16.0", TRIO, HYPOTHESIS)),
          Map.entry(
              "pytest-asyncio-1.3",
              List.of("pytest==8.4.2", "pytest-asyncio==1.3.0", "anyio==4.13.0", TRIO, HYPOTHESIS)),
          Map.entry(
              "pytest-asyncio-1.0",
              List.of("pytest==8.3.5", "pytest-asyncio==1.0.0", "anyio==4.9.0", TRIO)),
          Map.entry("pytest-asyncio-0.26", List.of("pytest==8.3.5", "pytest-asyncio==0.26.0")),
          Map.entry("pytest-asyncio-0.24", List.of("pytest==8.2.2", "pytest-asyncio==0.24.0")),
          Map.entry("pytest-asyncio-0.23", List.of("pytest==8.2.2", "pytest-asyncio==0.23.8")),
          Map.entry("pytest-asyncio-0.21", List.of("pytest==7.4.4", "pytest-asyncio==0.21.2")),
          Map.entry("anyio-4.15", List.of("pytest==9.1.1", "anyio==4.15.1", TRIO, HYPOTHESIS)),
          Map.entry("anyio-4.4", List.of("pytest==8.3.5", "anyio==4.4.0", TRIO, HYPOTHESIS)),
          Map.entry("anyio-4.14.0", List.of("pytest==9.1.1", "anyio==4.14.0", TRIO)));

  private PageEnvironments() {}

  /**
   * What pip installs into an environment.
   *
   * @throws AssertionError if a page made the name up
   */
  static List<String> requirements(String name) {
    List<String> requirements = REQUIREMENTS.getOrDefault(name, List.of());
    if (requirements.isEmpty()) {
      throw new AssertionError("no environment is called " + name);
    }
    return requirements;
  }
}
