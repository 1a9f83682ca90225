package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.python.source.Position;
import dev.loopscope.scaffold.suite.module.Location;

/** Workflow commands, which GitHub Actions shows beside the lines of a pull request. */
public record GithubReport() implements Report {
  @Override
  public String of(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : outcome.findings()) {
      append(finding, text);
    }
    return text.toString();
  }

  private static void append(Finding finding, StringBuilder text) {
    Location location = finding.location();
    Position end = location.text().position(location.end());
    text.append("::").append(finding.severity().word());
    text.append(" file=").append(property(location.path()));
    text.append(",line=").append(location.line());
    text.append(",endLine=").append(end.line());
    // GitHub takes columns only within one line.
    if (end.line() == location.line()) {
      text.append(",col=").append(location.column());
      text.append(",endColumn=").append(end.codePoints() + 1);
    }
    text.append(",title=").append(property(finding.rule().id() + " " + finding.rule().name()));
    text.append("::").append(message(finding.message() + "\nfix: " + finding.remedy()));
    if (!finding.versions().isEmpty()) {
      text.append(message("\nversions: " + finding.versions()));
    }
    text.append('\n');
  }

  private static String message(String value) {
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String value) {
    return message(value).replace(":", "%3A").replace(",", "%2C");
  }
}
