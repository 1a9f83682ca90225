package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import dev.loopscope.scaffold.check.page.PytestOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of one suite of a rule's page.
 *
 * @param rule the page's id
 * @param suite what is run
 * @param environment a name of {@link PageEnvironments}
 * @param options what pytest is called with
 * @param expected what the page says that it prints; if empty, it passes
 */
record PageTrial(
    String rule, PageCase suite, String environment, List<String> options, List<String> expected) {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

  /**
   * Runs it.
   *
   * @throws AssertionError if pytest does something else, with its output
   */
  void assertHolds(Workbench bench) {
    Venv venv = bench.venvs().of(bench.python(), PageEnvironments.requirements(environment));
    Directories.delete(bench.place());
    for (PageFile file : suite.files()) {
      write(bench.place().resolve(file.path()), file.text());
    }
    List<String> words = new ArrayList<>(List.of("-p", "no:cacheprovider"));
    if (suite.files().stream().noneMatch(file -> file.text().contains("hypothesis"))) {
      // At the end of a run its plugin imports all of Hypothesis, which takes longer than the run.
      words.addAll(List.of("-p", "no:hypothesispytest"));
    }
    words.addAll(options);
    Command.Ended ended =
        bench.forks().run(venv.module("pytest", words).in(bench.place()).within(LONGEST_RUN));
    if (expected.isEmpty()) {
      assertThat(ended.exitCode()).as("a fixed case passes:\n%s", ended.output()).isZero();
    } else {
      assertThat(new PytestOutput(ended.output()).differenceFrom(expected))
          .as(ended.output())
          .isEmpty();
    }
  }

  @Override
  public String toString() {
    return rule + (suite.title().isEmpty() ? "" : " " + suite.title()) + " [" + environment + "]";
  }

  private static void write(Path file, String text) {
    Directories.make(file.resolveSibling(""));
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
