package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.testimony.Sighting;
import dev.loopscope.scaffold.check.testimony.TraceStatement;
import dev.loopscope.scaffold.python.source.Position;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.Printable;
import java.util.Optional;
import java.util.regex.Pattern;

/** Workflow commands, which GitHub Actions shows beside the lines of a pull request. */
public record GithubReport() implements Report {
  private static final Pattern AT_LINE_ENDS = Pattern.compile("(?=[\r\n])|(?<=[\r\n])");

  @Override
  public String of(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < outcome.findings().size(); at++) {
      Finding finding = outcome.findings().get(at);
      append(finding, outcome.remedy(finding), outcome.statement(at), text);
    }
    outcome.testimony().ifPresent(it -> it.sightings().forEach(seen -> append(seen, text)));
    outcome
        .upgrade()
        .ifPresent(
            it ->
                text.append("::notice title=What an upgrade would bring::")
                    .append(message(it.words()))
                    .append('\n'));
    return text.toString();
  }

  private static void append(Sighting seen, StringBuilder text) {
    text.append("::").append(seen.counts() ? "error" : "notice").append(' ');
    if (!seen.path().isEmpty()) {
      text.append("file=").append(property(seen.path()));
      text.append(seen.line() > 0 ? ",line=" + seen.line() : "").append(',');
    }
    text.append("title=").append(property(seen.kind() + " seen by the trace"));
    text.append("::").append(message(seen.sentence()));
    text.append(seen.remedy().isEmpty() ? "" : message("\nfix: " + seen.remedy())).append('\n');
  }

  private static void append(
      Finding finding, String remedy, Optional<TraceStatement> statement, StringBuilder text) {
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
    text.append("::").append(message(finding.message() + "\nfix: " + remedy));
    if (!finding.versions().isEmpty()) {
      text.append(message("\nversions: " + finding.versions()));
    }
    statement.ifPresent(it -> text.append(message("\ntrace: " + it.words())));
    text.append('\n');
  }

  /**
   * GitHub decodes these three, and two more in properties, and shows all else as it is; so what a
   * terminal would obey is spelt.
   */
  private static String message(String value) {
    StringBuilder encoded = new StringBuilder();
    for (String part : AT_LINE_ENDS.split(value, -1)) {
      switch (part) {
        case "\r" -> encoded.append("%0D");
        case "\n" -> encoded.append("%0A");
        default -> encoded.append(Printable.escaped(part).replace("%", "%25"));
      }
    }
    return encoded.toString();
  }

  private static String property(String value) {
    return message(value).replace(":", "%3A").replace(",", "%2C");
  }
}
