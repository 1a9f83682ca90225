package dev.loopscope.scaffold.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a remedy tells a project to write, and what its fix writes, is known to the releases that
 * the project pins, and names no plugin that it does not have. Asked of every example of the pages,
 * whatever pins it shows, in projects of either plugin and of both.
 */
class RemedySpellingTest {
  /** What a remedy says of other releases, or of what is to be installed first, is for those. */
  private static final Pattern OTHER_RELEASES =
      Pattern.compile("(raise|require)[^,]*$|(raise|require)[^,]*, (and|or) |\\(install [^)]*\\)");

  private static final List<Spelling> SPELLINGS =
      List.of(
          new Spelling("loop_scope=", "pytest-asyncio", 24),
          new Spelling("asyncio_default_fixture_loop_scope", "pytest-asyncio", 24),
          new Spelling("asyncio_default_test_loop_scope", "pytest-asyncio", 26),
          new Spelling("pytest_asyncio_loop_factories", "pytest-asyncio", 104),
          new Spelling("pytest_asyncio", "pytest-asyncio", 0),
          new Spelling("mark.asyncio", "pytest-asyncio", 0),
          new Spelling("asyncio_mode", "pytest-asyncio", 0),
          new Spelling("anyio", "anyio", 0),
          new Spelling("mark.anyio", "anyio", 0),
          new Spelling("anyio_backend", "anyio", 0),
          new Spelling("anyio_mode", "anyio", 411));

  /**
   * Something to write.
   *
   * @param since the first minor release that knows it, 100 more for each major one
   */
  private record Spelling(String word, String distribution, int since) {}

  /** A project, with its pins; absent is what it does not name. */
  private record Project(Optional<String> asyncio, Optional<String> anyio) {
    String requirements() {
      return "pytest\n"
          + asyncio.map(it -> "pytest-asyncio==" + it + "\n").orElse("")
          + anyio.map(it -> "anyio==" + it + "\ntrio\n").orElse("");
    }

    Optional<String> pinned(String distribution) {
      return distribution.equals("anyio") ? anyio : asyncio;
    }

    boolean knows(Spelling spelling) {
      return pinned(spelling.distribution())
          .filter(it -> number(it) >= spelling.since())
          .isPresent();
    }

    boolean onlyAnyio() {
      return asyncio.isEmpty() && anyio.isPresent();
    }

    /** Whether it has every plugin that a suite is written for. */
    boolean fits(PageCase suite) {
      return SPELLINGS.stream()
          .filter(it -> pinned(it.distribution()).isEmpty())
          .noneMatch(
              it -> suite.files().stream().anyMatch(file -> file.text().contains(it.word())));
    }

    private static int number(String version) {
      String[] parts = version.split("\\.", -1);
      return Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]);
    }
  }

  static Stream<Project> projects() {
    return Stream.of(
        new Project(Optional.empty(), Optional.empty()),
        new Project(Optional.of("0.21.1"), Optional.empty()),
        new Project(Optional.of("0.23.8"), Optional.empty()),
        new Project(Optional.of("0.24.0"), Optional.empty()),
        new Project(Optional.of("1.5.0"), Optional.empty()),
        new Project(Optional.empty(), Optional.of("4.10.0")),
        new Project(Optional.empty(), Optional.of("4.16.0")),
        new Project(Optional.of("0.23.8"), Optional.of("4.10.0")),
        new Project(Optional.of("1.5.0"), Optional.of("4.16.0")));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void remediesAreSpelledForTheProject(Project project, @TempDir Path directory) {
    List<String> wrong = new ArrayList<>();
    for (RulePage page : ShippedPages.all()) {
      int number = 0;
      for (PageCase written : PageCases.of(page).examples()) {
        PageCase example = project.onlyAnyio() ? markedForAnyio(written) : written;
        if (project.fits(example)) {
          PageSuite suite = new PageSuite(page.id(), pinned(example, project));
          for (Finding finding : suite.findings(directory.resolve(page.id() + "-" + number))) {
            wrong(finding, suite, project).forEach(it -> wrong.add(suite + " tells " + it));
          }
          number++;
        }
      }
    }
    assertThat(wrong).as(project.toString()).isEmpty();
  }

  /** The same, where anyio runs the tests, as far as a mark says who does. */
  private static PageCase markedForAnyio(PageCase example) {
    List<PageFile> files =
        example.files().stream()
            .map(
                it ->
                    PageFile.of(
                        it.path(), it.text().replaceAll("mark\\.asyncio(?!\\()", "mark.anyio")))
            .toList();
    return new PageCase(example.title(), files, example.runs());
  }

  private static PageCase pinned(PageCase example, Project project) {
    List<PageFile> files = new ArrayList<>();
    for (PageFile file : example.files()) {
      if (file.path().endsWith("pyproject.toml")) {
        String text =
            file.text().replaceAll("(?s)\\[(project|dependency-groups)\\].*?(?=\n\\[|$)", "");
        files.add(PageFile.of(file.path(), text));
      } else if (!file.path().startsWith("requirements")) {
        files.add(file);
      }
    }
    files.add(PageFile.of("requirements.txt", project.requirements()));
    return new PageCase(example.title(), files, example.runs());
  }

  private static List<String> wrong(Finding finding, PageSuite suite, Project project) {
    List<String> wrong = new ArrayList<>();
    String told = OTHER_RELEASES.matcher(finding.remedy()).replaceAll("");
    String written =
        finding.fix().stream()
            .flatMap(it -> it.edits().stream())
            .map(it -> it.replacement())
            .reduce("", (all, next) -> all + "\n" + next);
    for (Spelling spelling : SPELLINGS) {
      boolean said = told.contains(spelling.word()) || written.contains(spelling.word());
      if (said && !project.knows(spelling) && !isThere(spelling, suite)) {
        wrong.add(finding.rule().id() + ": " + finding.remedy() + " / " + written.strip());
      }
    }
    return wrong;
  }

  /** What a suite writes itself may be written again. */
  private static boolean isThere(Spelling spelling, PageSuite suite) {
    return suite.suite().files().stream().anyMatch(it -> it.text().contains(spelling.word()));
  }
}
