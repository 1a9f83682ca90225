package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.suite.SuiteModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one rule says of a suite that a test writes down. */
public final class Judged {
  private final Path directory;
  private final Rule rule;

  public Judged(Path directory, Rule rule) {
    this.directory = directory;
    this.rule = rule;
  }

  /** With one more file. */
  public Judged with(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of it, as {@code path:line severity}. */
  public List<String> findings() {
    return found().stream()
        .map(it -> it.location().path() + ":" + it.location().line() + " " + it.severity().word())
        .toList();
  }

  /** What it says is to be done next. */
  public List<String> remedies() {
    return found().stream().map(Finding::remedy).toList();
  }

  /** What it says happens. */
  public List<String> messages() {
    return found().stream().map(Finding::message).toList();
  }

  /** What the fixes that are offered would do, in order. */
  public List<String> fixes() {
    return found().stream().flatMap(finding -> finding.fix().stream()).map(Fix::title).toList();
  }

  private List<Finding> found() {
    Findings findings = new Findings();
    for (SuiteModel model : SuiteModel.read(directory, List.of(directory))) {
      rule.check(model, findings);
    }
    return findings.inOrder();
  }
}
