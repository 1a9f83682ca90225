package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.FindingKey;
import dev.loopscope.scaffold.check.Fingerprints;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.testimony.Sighting;
import dev.loopscope.scaffold.python.source.Position;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.JsonWriter;

/**
 * A report of GitLab's code quality, as its merge requests show it. Every entry of it is an issue
 * at a line, so what newer releases would bring has no place in it, nor what a run did at no line.
 */
public record GitlabReport() implements Report {
  @Override
  public String of(Outcome outcome) {
    JsonWriter json = new JsonWriter();
    Fingerprints fingerprints = new Fingerprints();
    json.open("[");
    for (int i = 0; i < outcome.findings().size(); i++) {
      Finding finding = outcome.findings().get(i);
      String said = outcome.statement(i).map(it -> ". Trace: " + it.words()).orElse("");
      String remedy = outcome.remedy(finding) + said;
      write(finding, remedy, fingerprints.of(outcome.keys().get(i)), json);
    }
    outcome.testimony().ifPresent(it -> it.sightings().forEach(seen -> write(seen, json)));
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

  private static void write(Sighting seen, JsonWriter json) {
    if (seen.path().isEmpty() || seen.line() == 0) {
      return;
    }
    json.open("{").key("description").string(seen.sentence());
    json.key("check_name").string(seen.kind() + " seen by the trace");
    FindingKey key = new FindingKey(seen.kind(), seen.path(), seen.evidence(), seen.line());
    json.key("fingerprint").string(new Fingerprints().of(key));
    json.key("severity").string(seen.counts() ? "major" : "info");
    json.key("location").open("{").key("path").string(seen.path());
    json.key("lines").open("{").key("begin").number(seen.line()).close("}");
    json.close("}").close("}");
  }

  private static void write(Position position, JsonWriter json) {
    json.open("{").key("line").number(position.line());
    json.key("column").number(position.codePoints() + 1).close("}");
  }
}
