package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.Optional;

/** The table of {@code pyproject.toml} that pytest reads since 9. */
public final class TypedTable {
  private static final String HEADER = "[tool.pytest]";

  private TypedTable() {}

  /** The header of a table that the expected pytest passes over. */
  public static Optional<Location> passedOver(PytestConfig config) {
    return config
        .file()
        .filter(it -> it.toml() && config.section().isEmpty())
        .flatMap(
            file -> {
              String text = file.text().text();
              int at = text.startsWith(HEADER) ? 0 : text.indexOf("\n" + HEADER) + 1;
              return text.startsWith(HEADER, at)
                  ? Optional.of(new Location(file.path(), file.text(), at, at + HEADER.length()))
                  : Optional.empty();
            });
  }
}
