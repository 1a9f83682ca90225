package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Fingerprints;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.testimony.Sighting;
import dev.loopscope.scaffold.check.testimony.TraceStatement;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SARIF 2.1.0, for code scanning services. Paths are relative to {@code %SRCROOT%}, which is where
 * the check was run; columns count code points.
 *
 * @param version of scaffold
 * @param rules every rule that was run, whether or not it found something
 */
public record SarifReport(String version, List<Rule> rules) implements Report {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Raised when the same finding would get another fingerprint. */
  private static final String FINGERPRINT = "scaffoldFinding/v1";

  /** Keeps an unmodifiable copy. */
  public SarifReport {
    rules = List.copyOf(rules);
  }

  @Override
  public String of(Outcome outcome) {
    JsonWriter json = new JsonWriter();
    json.open("{").key("$schema").string(SCHEMA).key("version").string("2.1.0");
    json.key("runs").open("[").open("{");
    writeTool(json);
    writeInvocation(outcome, json);
    json.key("columnKind").string("unicodeCodePoints");
    json.key("originalUriBaseIds").open("{").key("%SRCROOT%").open("{").key("description");
    writeText("Where the check was run.", json);
    json.close("}").close("}");
    json.key("results").open("[");
    Fingerprints fingerprints = new Fingerprints();
    for (int i = 0; i < outcome.findings().size(); i++) {
      Finding finding = outcome.findings().get(i);
      write(
          finding,
          outcome.remedy(finding),
          fingerprints.of(outcome.keys().get(i)),
          outcome.statement(i),
          json);
    }
    outcome.testimony().ifPresent(it -> it.sightings().forEach(seen -> write(seen, json)));
    return json.close("]").close("}").close("]").close("}").text();
  }

  private void writeTool(JsonWriter json) {
    json.key("tool").open("{").key("driver").open("{");
    json.key("name").string("scaffold").key("semanticVersion").string(version);
    json.key("rules").open("[");
    rules.forEach(rule -> SarifRule.write(rule, json));
    json.close("]").close("}").close("}");
  }

  private static void writeInvocation(Outcome outcome, JsonWriter json) {
    json.key("invocations").open("[").open("{").key("executionSuccessful").bool(true);
    json.key("toolExecutionNotifications").open("[");
    outcome.upgrade().ifPresent(it -> writeNotification(it.words(), json));
    outcome.notes().forEach(it -> writeNotification(it.place() + ": " + it.text(), json));
    json.close("]").key("properties").open("{");
    json.key("unresolved").number(outcome.unknown().size()).close("}");
    json.close("}").close("]");
  }

  private static void writeNotification(String text, JsonWriter json) {
    json.open("{").key("level").string("note").key("message");
    writeText(text, json);
    json.close("}");
  }

  private void write(
      Finding finding,
      String remedy,
      String fingerprint,
      Optional<TraceStatement> statement,
      JsonWriter json) {
    json.open("{").key("ruleId").string(finding.rule().id());
    json.key("ruleIndex").number(rules.indexOf(finding.rule()));
    json.key("level").string(level(finding.severity())).key("message");
    writeText(message(finding, remedy), json);
    json.key("locations").open("[").open("{").key("physicalLocation").open("{");
    SarifPlace.artifact(finding.location().path(), json);
    SarifPlace.region(
        finding.location().text(), finding.location().start(), finding.location().end(), json);
    json.close("}").close("}").close("]");
    writeRelated(finding, json);
    json.key("partialFingerprints").open("{");
    json.key(FINGERPRINT).string(fingerprint).close("}");
    finding.fix().ifPresent(fix -> SarifFix.write(fix, finding.location(), json));
    statement.ifPresent(it -> writeStanding(it.standing().word(), it.why(), json));
    json.close("}");
  }

  private static void writeStanding(String standing, String why, JsonWriter json) {
    json.key("properties").open("{").key("trace").string(standing);
    json.key("traceWhy").string(why).close("}");
  }

  /** What a run did and no rule told of; the rule is that of its kind, if one is. */
  private void write(Sighting seen, JsonWriter json) {
    json.open("{");
    rules.stream()
        .filter(it -> it.id().equals(seen.rule()))
        .findFirst()
        .ifPresent(
            rule ->
                json.key("ruleId").string(rule.id()).key("ruleIndex").number(rules.indexOf(rule)));
    json.key("level").string(seen.counts() ? "error" : "note").key("message");
    writeText(
        seen.sentence() + "." + (seen.remedy().isEmpty() ? "" : " Fix: " + seen.remedy() + "."),
        json);
    if (!seen.path().isEmpty()) {
      json.key("locations").open("[").open("{").key("physicalLocation").open("{");
      SarifPlace.artifact(seen.path(), json);
      if (seen.line() > 0) {
        json.key("region").open("{").key("startLine").number(seen.line()).close("}");
      }
      json.close("}").close("}").close("]");
    }
    writeStanding("seen", seen.kind() + ": " + seen.evidence(), json);
    json.close("}");
  }

  /** The uses of a cause, or the cause of the one use. */
  private static void writeRelated(Finding finding, JsonWriter json) {
    List<Location> related = new ArrayList<>();
    finding.cause().ifPresent(it -> related.add(it.place()));
    finding.uses().forEach(it -> related.add(it.location()));
    if (!related.isEmpty()) {
      json.key("relatedLocations").open("[");
      for (Location location : related) {
        json.open("{").key("physicalLocation").open("{");
        SarifPlace.artifact(location.path(), json);
        SarifPlace.region(location.text(), location.start(), location.end(), json);
        json.close("}").key("message");
        writeText(finding.cause().isPresent() ? "the cause" : "a use", json);
        json.close("}");
      }
      json.close("]");
    }
  }

  private static String message(Finding finding, String remedy) {
    String versions = finding.versions().isEmpty() ? "" : " Holds for " + finding.versions() + ".";
    return finding.message() + ". Fix: " + remedy + "." + versions;
  }

  /** SARIF's word for a severity. */
  static String level(Severity severity) {
    return severity == Severity.ERROR ? "error" : "warning";
  }

  static void writeText(String text, JsonWriter json) {
    json.open("{").key("text").string(text).close("}");
  }
}
