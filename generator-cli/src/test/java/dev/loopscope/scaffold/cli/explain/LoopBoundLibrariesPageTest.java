package dev.loopscope.scaffold.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.resource.CatalogueLine;
import dev.loopscope.scaffold.suite.resource.LoopCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The page of the documentation that shows the catalogue. {@code mvn -pl generator-cli test
 * -Dtest=LoopBoundLibrariesPageTest -Dgolden.update=true} writes it anew.
 */
class LoopBoundLibrariesPageTest {
  private static final Path PAGE = Path.of("../docs/loop-bound-libraries.md");

  private static final String HEAD =
      """
      <!-- Written by LoopBoundLibrariesPageTest with -Dgolden.update=true -->
      # What libraries bind to an event loop

      A session-scoped fixture opens a client on the session's loop, and a test runs on a loop of its own. Does the
      client work there? This is what happened, object by object, when it was tried: %d objects of %d libraries, each
      made and used on one loop and then used on a second one.

      - **open**: the first loop stays open but does not run, as a session's loop does while a test has its own.
      - **closed**: the first loop is closed, as a test's loop is when the next test runs.
      - **made outside**: the object is made where no loop runs, as in a module, and used on two loops in turn.
      - *fails in every second test*: the first use on a new loop fails and drops the broken connection, so that the
        next one works, until the next test comes with a new loop.
      - *works; to be closed it needs its own loop*: close it in the fixture that opened it.

      `scaffold explain redis.asyncio.Redis` shows a line with the error that is printed, and `--json` all columns. The
      table is read by `scaffold check`, and stands in
      `generator-cli/src/main/resources/dev/loopscope/scaffold/suite/resource/loop-bound-libraries.tsv`.
      """;

  @Test
  void showsEveryLineOfTheCatalogue() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    Set<String> libraries = new LinkedHashSet<>();
    Set<String> objects = new LinkedHashSet<>();
    for (CatalogueLine line : LoopCatalogue.lines()) {
      libraries.add(line.library());
      objects.add(line.name());
    }
    StringBuilder page = new StringBuilder(HEAD.formatted(objects.size(), libraries.size()));
    for (String library : libraries) {
      page.append("\n## ").append(library).append("\n\n");
      page.append(
          "| object | in a test on another loop | bound | open | closed | made outside |\n");
      page.append("|---|---|---|---|---|---|\n");
      for (CatalogueLine line : LoopCatalogue.lines()) {
        if (line.library().equals(library)) {
          page.append(row(line));
        }
      }
      page.append("\nMeasured with ").append(version(library)).append(".\n");
    }
    return page.toString();
  }

  private static String row(CatalogueLine line) {
    String circumstance = line.circumstance().isEmpty() ? "" : " (" + line.circumstance() + ")";
    String note = line.note().isEmpty() ? "" : "; " + line.note();
    return "| `%s`%s | %s%s | %s | %s | %s | %s |\n"
        .formatted(
            line.name(),
            cell(circumstance),
            CatalogueWords.onAnotherLoop(line.onAnotherLoop()),
            cell(note),
            CatalogueWords.bound(line.bound()),
            cell(line.outcomes().open()),
            cell(line.outcomes().closed()),
            cell(line.outcomes().outside()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String version(String library) {
    return LoopCatalogue.lines().stream()
        .filter(line -> line.library().equals(library))
        .map(
            line ->
                line.version().startsWith("Python")
                    ? line.version()
                    : library + " " + line.version())
        .findFirst()
        .orElseThrow();
  }
}
