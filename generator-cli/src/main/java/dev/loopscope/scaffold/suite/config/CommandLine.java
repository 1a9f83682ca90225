package dev.loopscope.scaffold.suite.config;

import java.util.List;
import java.util.Optional;

/**
 * The options that {@code addopts} adds to every run.
 *
 * @param overrides settings of {@code -o} and {@code --override-ini}, in order
 * @param asyncioMode of {@code --asyncio-mode}
 * @param importMode of {@code --import-mode}
 * @param blocked plugins of {@code -p no:name}, without {@code no:}
 * @param loaded plugins of {@code -p name}
 * @param warnings filters of {@code -W}, in order
 * @param strictConfig whether {@code --strict-config} or {@code --strict} is there
 * @param strictMarkers whether {@code --strict-markers} or {@code --strict} is there
 */
public record CommandLine(
    List<Setting> overrides,
    Optional<Setting> asyncioMode,
    Optional<Setting> importMode,
    List<String> blocked,
    List<String> loaded,
    List<String> warnings,
    boolean strictConfig,
    boolean strictMarkers) {
  /** Without any option. */
  public static final CommandLine EMPTY =
      new CommandLine(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          false,
          false);

  /** Keeps unmodifiable copies. */
  public CommandLine {
    overrides = List.copyOf(overrides);
    blocked = List.copyOf(blocked);
    loaded = List.copyOf(loaded);
    warnings = List.copyOf(warnings);
  }
}
