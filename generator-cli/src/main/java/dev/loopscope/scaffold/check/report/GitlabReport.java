package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Fingerprints;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.python.source.Position;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.JsonWriter;

/**
 * A report of GitLab's code quality, as its merge requests show it. Every entry of it is an issue
 * at a line, so what newer releases would bring has no place in it.
 */
public record GitlabReport() implements Report {
  @Override
  public String of(Outcome outcome) {
    JsonWriter json = new JsonWriter();
    Fingerprints fingerprints = new Fingerprints();
    json.open("[");
    for (int i = 0; i < outcome.findings().size(); i++) {
      Finding finding = outcome.findings().get(i);
      write(finding, outcome.remedy(finding), fingerprints.of(outcome.keys().get(i)), json);
    }
    return json.close("]").text();
  }

  private static void write(Finding finding, String remedy, String fingerprint, JsonWriter json) {
    json.open("{").key("description").string(finding.message() + ". Fix: " + remedy);
    json.key("check_name").string(finding.rule().id() + " " + finding.rule().name());
    json.key("fingerprint").string(fingerprint);
    json.key("severity").string(finding.severity() == Severity.ERROR ? "major" : "minor");
    Location location = finding.location();
    json.key("location").open("{").key("path").string(location.path());
    json.key("positions").open("{").key("begin");
    write(location.text().position(location.start()), json);
    json.key("end");
    write(location.text().position(location.end()), json);
    json.close("}").close("}").close("}");
  }

  private static void write(Position position, JsonWriter json) {
    json.open("{").key("line").number(position.line());
    json.key("column").number(position.codePoints() + 1).close("}");
  }
}
