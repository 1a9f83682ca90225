package dev.loopscope.scaffold.check.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages beside the rules, whether a rule is registered for them or not. */
public final class ShippedPages {
  private ShippedPages() {}

  /** The names of the files, in order. */
  public static List<String> files() {
    try (Stream<Path> files = Files.list(directory())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pages, in the order of their ids. */
  public static List<RulePage> all() {
    return files().stream()
        .map(file -> RulePages.page(file.substring(0, file.length() - 3)).orElseThrow())
        .toList();
  }

  /** Where the sources have them: integration tests load the product from a jar. */
  private static Path directory() {
    return Path.of("src/main/resources/dev/loopscope/scaffold/check/rules").toAbsolutePath();
  }
}
