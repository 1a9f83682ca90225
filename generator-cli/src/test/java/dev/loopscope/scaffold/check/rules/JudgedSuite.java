package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.suite.SuiteModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A suite in a directory, as all rules judge it. */
public final class JudgedSuite {
  private static final String IMPORTS = "import asyncio\nimport pytest\nimport pytest_asyncio\n";

  private final Path directory;

  public JudgedSuite(Path directory) {
    this.directory = directory;
  }

  /** Writes a file as it is. */
  public JudgedSuite with(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Allows only these versions of pytest-asyncio, and sets options. */
  public JudgedSuite on(String pytestAsyncio, String... options) {
    return with("requirements.txt", "pytest-asyncio" + pytestAsyncio + "\n")
        .with("pytest.ini", "[pytest]\n" + String.join("\n", options) + "\n");
  }

  /** Writes {@code test_it.py}, with the usual imports on its first three lines. */
  public JudgedSuite test(String text) {
    return with("test_it.py", IMPORTS + text);
  }

  /** Everything that is found. */
  public List<Finding> findings() {
    List<SuiteModel> models = SuiteModel.read(directory, List.of(directory));
    return new Checker(RuleSet.all(), CheckSettings.everything(), path -> true)
        .check(models)
        .findings();
  }

  /** What one rule finds, as {@code test_it.py:7 error}; where it shows, if that is elsewhere. */
  public List<String> places(String rule) {
    List<Finding.Use> uses = new ArrayList<>();
    for (Finding finding : findings()) {
      uses.addAll(finding.uses());
      if (finding.uses().stream().noneMatch(it -> it.rule().equals(finding.rule().id()))) {
        uses.add(new Finding.Use(finding.rule().id(), finding.severity(), finding.location()));
      }
    }
    return uses.stream()
        .filter(it -> it.rule().equals(rule))
        .map(it -> it.location().path() + ":" + it.location().line() + " " + it.severity().word())
        .toList();
  }

  /** What the findings of one rule say happens. */
  public List<String> messages(String rule) {
    return findings().stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .map(Finding::message)
        .toList();
  }
}
