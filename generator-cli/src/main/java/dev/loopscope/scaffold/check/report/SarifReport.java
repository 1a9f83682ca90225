package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Fingerprints;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;

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
      write(finding, outcome.remedy(finding), fingerprints.of(outcome.keys().get(i)), json);
    }
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

  private void write(Finding finding, String remedy, String fingerprint, JsonWriter json) {
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
